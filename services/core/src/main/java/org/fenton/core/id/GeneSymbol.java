package org.fenton.core.id;

/**
 * A gene as a table or network writes it, usually its approved HGNC symbol (STAT3, SLC7A11).
 *
 * <p>Case is kept and counts: human symbols are upper case apart from the {@code C1orf112} family, and lower-casing
 * would merge human with mouse tables unseen. Ordered by UTF-16 code unit, so that sorting does not depend on a locale.
 */
public record GeneSymbol(String value) implements Comparable<GeneSymbol> {
    public GeneSymbol {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a gene symbol is not empty; write an HGNC symbol such as STAT3");
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isWhitespace(value.charAt(i)) || Character.isISOControl(value.charAt(i))) {
                throw new IllegalArgumentException("'" + value
                        + "' is not one gene symbol: it holds white space; write one HGNC symbol such as STAT3");
            }
        }
    }

    @Override
    public int compareTo(GeneSymbol other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
