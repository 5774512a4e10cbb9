package org.fenton.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** An RFC 9457 problem document; {@code errors} points at each offending place with what would be right. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String detail, String instance, String requestId, List<Fault> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One offending place.
     *
     * @param pointer JSON pointer (RFC 6901) into the body, or {@code ?name} for a query parameter
     * @param detail what is wrong there
     * @param suggestion what would be right, when known
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Fault(String pointer, String detail, String suggestion) {
        public Fault(String pointer, String detail) {
            this(pointer, detail, null);
        }
    }

    public static Problem of(ProblemType type, String detail, List<Fault> errors) {
        return new Problem(type.urn(), type.title(), type.status(), detail, null, null, List.copyOf(errors));
    }

    public static Problem of(ProblemType type, String detail) {
        return of(type, detail, List.of());
    }

    /** The same problem, said of one request. */
    public Problem at(String path, String id) {
        return new Problem(type, title, status, detail, path, id, errors);
    }
}
