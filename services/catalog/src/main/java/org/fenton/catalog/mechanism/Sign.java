package org.fenton.catalog.mechanism;

import com.fasterxml.jackson.annotation.JsonValue;

/** What more of an edge's source does to its target. */
public enum Sign {
    RAISES("+"),
    LOWERS("-"),
    UNKNOWN("?");

    private final String symbol;

    Sign(String symbol) {
        this.symbol = symbol;
    }

    @JsonValue
    @Override
    public String toString() {
        return symbol;
    }

    String verb() {
        return switch (this) {
            case RAISES -> "raises";
            case LOWERS -> "lowers";
            case UNKNOWN -> "acts, in a direction not stated, on";
        };
    }

    static Sign of(String symbol) {
        for (Sign sign : values()) {
            if (sign.symbol.equals(symbol)) {
                return sign;
            }
        }
        throw new IllegalArgumentException("no sign " + symbol);
    }
}
