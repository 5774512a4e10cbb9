package org.fenton.learning.measures;

import java.util.Locale;

/** What is said of a predictor; {@link JudgedRows} has the formulas. */
public enum Measure {
    /** Chance that a positive row is ranked above another; ties count half. */
    ROC_AUC,
    /** Average precision: sum over thresholds of precision times the gain in recall. */
    PR_AUC,
    /** Mean of (probability − label)²; lower is better. */
    BRIER,
    /** Expected calibration error over fifteen bins of equally many rows; lower is better. */
    CALIBRATION_ERROR,
    /** Share of positive rows. */
    BASE_RATE,
    /** Cohen's kappa at the predictor's own threshold, which was chosen on training rows. */
    KAPPA,
    /** Pearson correlation of expected and measured score. */
    PEARSON,
    /** Mean over drugs with at least ten rows of the Pearson correlation within the drug. */
    PER_DRUG_CORRELATION;

    /** The lowest value it can have; the highest is 1. */
    public double least() {
        return this == KAPPA || this == PEARSON || this == PER_DRUG_CORRELATION ? -1 : 0;
    }

    /** Name in reports, {@code roc_auc}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
