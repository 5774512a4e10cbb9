package org.fenton.learning.screen;

import java.util.Locale;

/** What the doses of a file are in. */
enum DoseUnit {
    MICROMOLAR("uM", 1),
    NANOMOLAR("nM", 1000);

    private final String key;
    private final double perMicromolar;

    DoseUnit(String key, double perMicromolar) {
        this.key = key;
        this.perMicromolar = perMicromolar;
    }

    String key() {
        return key;
    }

    double micromolar(double dose) {
        return dose / perMicromolar;
    }

    static DoseUnit parse(String text) {
        String plain = text.strip().replace('µ', 'u').replace('μ', 'u').toLowerCase(Locale.ROOT);
        for (DoseUnit unit : values()) {
            if (unit.key.toLowerCase(Locale.ROOT).equals(plain)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a unit; use uM or nM");
    }
}
