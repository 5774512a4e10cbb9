package org.fenton.catalog.claim;

import com.fasterxml.jackson.annotation.JsonValue;

/** The release types a claim can be about, spelt as the release spells them. */
public enum SubjectType {
    EDGE("edge"),
    CONTEXT("context"),
    DRUG("drug"),
    RESISTANCE("resistance"),
    COMBINATION("combination");

    private final String type;

    SubjectType(String type) {
        this.type = type;
    }

    @JsonValue
    public String type() {
        return type;
    }

    /** Where the subjects of this type lie. */
    public String table() {
        return this == CONTEXT ? "disease_context" : type;
    }

    static SubjectType of(String type) {
        for (SubjectType subject : values()) {
            if (subject.type.equals(type)) {
                return subject;
            }
        }
        throw new IllegalArgumentException("no subject type " + type);
    }
}
