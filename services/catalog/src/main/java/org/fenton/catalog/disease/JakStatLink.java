package org.fenton.catalog.disease;

/** How a resistance mechanism runs through JAK/STAT. */
public enum JakStatLink {
    DIRECT,
    INDIRECT,
    PLAUSIBLE,
    NONE
}
