package org.fenton.catalog.claim;

/** What a study says of a claim's subject. */
public enum Direction {
    SUPPORTS,
    DISPUTES,
    NEUTRAL
}
