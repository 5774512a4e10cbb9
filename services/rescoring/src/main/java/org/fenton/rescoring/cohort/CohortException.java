package org.fenton.rescoring.cohort;

import java.io.IOException;

/** The input as a whole cannot be used; the message names the file and the place. */
public final class CohortException extends IOException {
    private static final long serialVersionUID = 1L;

    public CohortException(String message) {
        super(message);
    }
}
