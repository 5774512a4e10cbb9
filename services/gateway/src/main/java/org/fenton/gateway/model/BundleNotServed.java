package org.fenton.gateway.model;

import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** A bundle that a record names and that the model service does not hold: the record cannot be asked with another. */
public final class BundleNotServed extends ProblemException {
    public static final ProblemType TYPE =
            new ProblemType("urn:problem:not-replayable", 409, "The record cannot be asked any more");
    private static final long serialVersionUID = 1L;

    BundleNotServed(String bundle) {
        super(TYPE, "the model service does not hold bundle " + bundle + "; put it beside those that are served");
    }
}
