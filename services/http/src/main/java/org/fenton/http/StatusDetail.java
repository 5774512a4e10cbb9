package org.fenton.http;

import jakarta.ws.rs.container.ContainerRequestContext;

/** What to say when only a status is known. */
final class StatusDetail {
    private StatusDetail() {}

    static String of(int status, ContainerRequestContext request) {
        String method = request.getMethod();
        return switch (status) {
            case 401 -> "a valid token of a known caller is needed";
            case 429 -> "more is asked at once than this service allows; come back as Retry-After says";
            case 404 -> "nothing lives at this address; /q/openapi lists what does";
            case 405 -> "this address does not take " + method;
            case 406 -> "this address cannot answer in '" + request.getHeaderString("Accept") + "'";
            case 413 -> "the body is larger than this service takes";
            case 415 -> "this address takes application/json, not '" + request.getHeaderString("Content-Type") + "'";
            default -> "the request could not be answered";
        };
    }
}
