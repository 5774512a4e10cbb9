package org.fenton.gateway.workbench;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A page as it leaves: rendered whole, under a policy that lets nothing in but this server's own files. */
final class Html {
    static final MediaType TYPE = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");
    static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Html() {}

    static Response ok(TemplateInstance page) {
        return status(200, page);
    }

    static Response status(int status, TemplateInstance page) {
        return Response.status(status)
                .type(TYPE)
                .header("Content-Security-Policy", POLICY)
                .header("Vary", "Accept")
                .entity(page.render())
                .build();
    }
}
