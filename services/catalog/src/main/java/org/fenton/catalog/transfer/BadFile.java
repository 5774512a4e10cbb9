package org.fenton.catalog.transfer;

/** The file cannot be read on from here: what its bytes are is not what they are said to be. */
final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int line;
    final String suggestion;

    BadFile(int line, String reason, String suggestion) {
        super(reason);
        this.line = line;
        this.suggestion = suggestion;
    }
}
