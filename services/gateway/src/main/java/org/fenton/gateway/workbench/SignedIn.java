package org.fenton.gateway.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import org.fenton.http.access.Caller;

/** Who looks at a page, as every page says it. */
@ApplicationScoped
class SignedIn {
    private static final String NOBODY = "nobody (local, nobody is asked)";

    private final Caller caller;

    SignedIn(Caller caller) {
        this.caller = caller;
    }

    String now() {
        return caller.known()
                .filter(identity -> !identity.tenant().equals(Caller.NO_TENANT))
                .map(identity -> identity.subject() + " of " + identity.tenant())
                .orElse(NOBODY);
    }
}
