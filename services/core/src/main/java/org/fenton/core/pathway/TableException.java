package org.fenton.core.pathway;

/** A table that cannot be read as what it should be; the message names the place and what would be right. */
public final class TableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    TableException(String place, String problem) {
        super(place + ": " + problem);
    }
}
