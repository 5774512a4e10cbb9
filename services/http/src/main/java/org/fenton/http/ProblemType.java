package org.fenton.http;

/**
 * A stable kind of problem. The URN never changes once published; a service with a kind of its own declares a constant
 * of this type beside the code that raises it.
 */
public record ProblemType(String urn, int status, String title) {
    public static final ProblemType MALFORMED_JSON =
            new ProblemType("urn:problem:malformed-json", 400, "The body is not JSON");
    public static final ProblemType INVALID_REQUEST =
            new ProblemType("urn:problem:invalid-request", 400, "The request does not fit its schema");
    public static final ProblemType NOT_FOUND = new ProblemType("urn:problem:not-found", 404, "Not found");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("urn:problem:method-not-allowed", 405, "Method not allowed");
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType("urn:problem:not-acceptable", 406, "No representation of the asked type");
    public static final ProblemType AMBIGUOUS = new ProblemType("urn:problem:ambiguous", 409, "More than one match");
    public static final ProblemType TOO_LARGE = new ProblemType("urn:problem:too-large", 413, "The body is too large");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("urn:problem:unsupported-media-type", 415, "Unsupported media type");
    public static final ProblemType UNPROCESSABLE =
            new ProblemType("urn:problem:unprocessable", 422, "Well formed, but it cannot be answered");
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType("urn:problem:unauthenticated", 401, "Who calls is not known");
    public static final ProblemType FORBIDDEN =
            new ProblemType("urn:problem:forbidden", 403, "Who calls may not do this");
    public static final ProblemType PRECONDITION_FAILED =
            new ProblemType("urn:problem:precondition-failed", 412, "What this answer needs was not given");
    public static final ProblemType TOO_MANY_REQUESTS = new ProblemType(
            "urn:problem:too-many-requests", 429, "More requests than allowed; wait as Retry-After says");
    public static final ProblemType UNAVAILABLE =
            new ProblemType("urn:problem:unavailable", 503, "A part this answer needs is not available");
    public static final ProblemType INTERNAL =
            new ProblemType("urn:problem:internal", 500, "The service failed; the failure is logged");

    /** The shared kind for a bare HTTP status, or {@code about:blank} with the status' own phrase. */
    static ProblemType ofStatus(int status, String reasonPhrase) {
        return switch (status) {
            case 400 -> INVALID_REQUEST;
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 412 -> PRECONDITION_FAILED;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            case 500 -> INTERNAL;
            default -> new ProblemType("about:blank", status, reasonPhrase);
        };
    }
}
