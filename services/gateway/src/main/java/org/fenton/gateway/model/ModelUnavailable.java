package org.fenton.gateway.model;

/** The model service is slow, down, or answers what is no answer. */
public final class ModelUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelUnavailable(RuntimeException cause) {
        super("the model service does not answer", cause);
    }
}
