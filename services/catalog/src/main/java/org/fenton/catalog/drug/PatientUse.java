package org.fenton.catalog.drug;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Whether a drug may be shown as an option for a patient; a refusal always has its reason. */
@Embeddable
public record PatientUse(
        @Column(name = "patient_use") boolean allowed,
        @Column(name = "patient_use_reason") String reason) {}
