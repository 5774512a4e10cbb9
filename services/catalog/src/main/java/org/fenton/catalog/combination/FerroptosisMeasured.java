package org.fenton.catalog.combination;

/** Whether anybody measured ferroptosis, or only what goes with it. */
public enum FerroptosisMeasured {
    YES,
    NO,
    INDIRECT
}
