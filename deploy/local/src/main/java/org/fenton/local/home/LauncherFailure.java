package org.fenton.local.home;

/** A failure the launcher can name in one line. The message is printed as it stands; no stack trace follows. */
public final class LauncherFailure extends RuntimeException {
    /** The machine or the stack is at fault. */
    public static final int STACK = 1;
    /** The caller's input is at fault. */
    public static final int INPUT = 2;

    private final int exitCode;

    private LauncherFailure(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    public static LauncherFailure stack(String message) {
        return new LauncherFailure(message, STACK);
    }

    public static LauncherFailure input(String message) {
        return new LauncherFailure(message, INPUT);
    }

    public int exitCode() {
        return exitCode;
    }
}
