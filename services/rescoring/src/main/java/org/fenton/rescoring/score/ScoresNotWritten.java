package org.fenton.rescoring.score;

/** The result is committed, and the catalog does not have all of it. */
public final class ScoresNotWritten extends Exception {
    private static final long serialVersionUID = 1L;

    ScoresNotWritten(String message) {
        super(message);
    }
}
