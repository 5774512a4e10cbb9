package org.fenton.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One page of a list ordered by a key.
 *
 * @param items at most the asked number of rows
 * @param total rows of the whole list, whatever the page
 */
public record Page<T>(List<T> items, long total) {

    /**
     * Answers with {@code fetched}, which must hold one row more than asked when more exist; that row only shows that a
     * {@code Link: rel="next"} header is due.
     */
    public static <T> RestResponse<Page<T>> answer(
            List<T> fetched, long total, Function<T, String> key, Request request) {
        boolean more = fetched.size() > request.query.limit;
        List<T> items = more ? fetched.subList(0, request.query.limit) : fetched;
        RestResponse.ResponseBuilder<Page<T>> answer =
                RestResponse.ResponseBuilder.create(Response.Status.OK, new Page<>(List.copyOf(items), total));
        if (more) {
            String next = request.uri
                    .getRequestUriBuilder()
                    .replaceQueryParam("after", "{after}")
                    .build(key.apply(items.get(items.size() - 1)))
                    .toString();
            answer.header("Link", "<" + next + ">; rel=\"next\"");
        }
        return answer.build();
    }

    /** What was asked, and where. */
    public record Request(PageQuery query, UriInfo uri) {}
}
