package org.fenton.core.pathway;

import java.util.Locale;

/** What the numbers of a profile are; no method may guess it. */
public enum Scale {
    /** log2 of an expression level (log2 CPM, log2 TPM + 1, array intensities). */
    LOG2,
    /** Standard deviations above the mean of a reference cohort, gene by gene. */
    ZSCORE,
    /** A difference of two states: log2 fold change or t; resistant minus parental, treated minus control. */
    CONTRAST;

    /** The name that case files and commands use: {@code log2}, {@code zscore}, {@code contrast}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when {@code key} is none of the three names */
    public static Scale parse(String key) {
        for (Scale scale : values()) {
            if (scale.key().equals(key)) {
                return scale;
            }
        }
        throw new IllegalArgumentException("'" + key + "' is not a scale; use log2, zscore or contrast");
    }
}
