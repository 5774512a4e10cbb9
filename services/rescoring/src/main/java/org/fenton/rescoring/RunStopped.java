package org.fenton.rescoring;

/** A run that ended before its cohort did; nothing was committed and what is done is kept. */
final class RunStopped extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    RunStopped(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
