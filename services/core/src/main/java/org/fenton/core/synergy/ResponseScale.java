package org.fenton.core.synergy;

import java.util.Locale;

/** What the responses of a screen are, in percent of the untreated control; no method may guess it. */
public enum ResponseScale {
    /** 0 = as many living cells as untreated, 100 = none. */
    INHIBITION,
    /** 100 = as many living cells as untreated, 0 = none. */
    VIABILITY;

    /** The name that commands use: {@code inhibition}, {@code viability}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Percent inhibition; viability v is 100 − v. */
    public double toInhibition(double response) {
        return this == VIABILITY ? 100 - response : response;
    }

    /** @throws IllegalArgumentException when {@code key} is neither name */
    public static ResponseScale parse(String key) {
        for (ResponseScale scale : values()) {
            if (scale.key().equals(key)) {
                return scale;
            }
        }
        throw new IllegalArgumentException("'" + key + "' is not a response; use inhibition or viability");
    }
}
