package org.fenton.catalog.safety;

/** How grave it is when a rule fires and is ignored. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
