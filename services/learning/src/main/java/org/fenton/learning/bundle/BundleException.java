package org.fenton.learning.bundle;

/** A bundle that is not used, with the reason in one line. */
public class BundleException extends Exception {
    private static final long serialVersionUID = 1L;

    public BundleException(String reason) {
        super(reason);
    }

    public BundleException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
