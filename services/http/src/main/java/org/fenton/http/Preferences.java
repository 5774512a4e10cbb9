package org.fenton.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** What a caller prefers (RFC 7240). */
public final class Preferences {
    private static final String RESPOND_ASYNC = "respond-async";

    private Preferences() {}

    /** {@code Prefer: respond-async}, alone or among others. */
    public static boolean respondAsync(HttpHeaders headers) {
        List<String> given = headers.getRequestHeader("Prefer");
        if (given == null) {
            return false;
        }
        for (String line : given) {
            for (String preference : line.split(",")) {
                if (preference.split(";")[0].strip().toLowerCase(Locale.ROOT).equals(RESPOND_ASYNC)) {
                    return true;
                }
            }
        }
        return false;
    }
}
