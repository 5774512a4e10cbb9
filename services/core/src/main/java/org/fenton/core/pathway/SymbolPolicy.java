package org.fenton.core.pathway;

/** What to make of gene names that are not current HGNC symbols. */
public enum SymbolPolicy {
    /** Previous symbols become current ones, spreadsheet dates become the genes they were; see {@link GeneNames}. */
    CURRENT,
    /** Every name stands as it is written, for comparison with software that does no renaming. */
    AS_WRITTEN
}
