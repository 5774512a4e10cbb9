package org.fenton.catalog.combination;

import jakarta.persistence.Embeddable;
import java.util.List;

/** An agent as the source names it, and the catalog drugs it stands for (none for a gene or a procedure). */
@Embeddable
public record CombinationAgent(String text, List<String> drugs, String role) {}
