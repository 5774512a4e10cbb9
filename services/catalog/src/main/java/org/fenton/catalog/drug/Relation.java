package org.fenton.catalog.drug;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a potency relates to the value written. */
public enum Relation {
    EQUAL("="),
    ABOVE(">"),
    ABOUT("~");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    @JsonValue
    @Override
    public String toString() {
        return symbol;
    }

    static Relation of(String symbol) {
        for (Relation relation : values()) {
            if (relation.symbol.equals(symbol)) {
                return relation;
            }
        }
        throw new IllegalArgumentException("no relation " + symbol);
    }
}
