package org.fenton.catalog.disease;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.fenton.core.knowledge.ResistanceMechanism.Direction;

/** A node, and how it differs in the resistant tumour. */
@Embeddable
public record ResistanceMarker(
        String node, @Enumerated(EnumType.STRING) Direction direction) {}
