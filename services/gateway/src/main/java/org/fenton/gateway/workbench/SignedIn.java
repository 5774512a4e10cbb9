package org.fenton.gateway.workbench;

import jakarta.enterprise.context.ApplicationScoped;

/** Who looks at a page, as every page says it. */
@ApplicationScoped
class SignedIn {
    private static final String NOBODY = "nobody (local, nobody is asked)";

    String now() {
        return NOBODY;
    }
}
