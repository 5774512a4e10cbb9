package org.fenton.gateway.workbench;

import java.util.Locale;

/** What of a page is asked for: all of it, or what the page's own script puts into one that is open already. */
public enum Part {
    PAGE,
    BODY;

    /** As it stands in an address; found by JAX-RS. */
    public static Part fromString(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
