package org.fenton.catalog.disease;

/** What therapy wants of ferroptosis in a disease. */
public enum Goal {
    INDUCE,
    INHIBIT,
    PROTECT,
    BOTH,
    UNKNOWN
}
