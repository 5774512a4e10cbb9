package org.fenton.catalog.disease;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.fenton.core.knowledge.DiseaseContext.ArmEffect;

/** A node, and what its activity does to ferroptosis in one disease. */
@Embeddable
public record ContextArm(
        String node, @Enumerated(EnumType.STRING) ArmEffect effect) {}
