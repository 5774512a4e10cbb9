package org.fenton.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One page of a list ordered by a key.
 *
 * @param items at most the asked number of rows
 * @param total rows of the whole list, whatever the page
 * @param complete true when no row follows the last one of this page
 */
public record Page<T>(List<T> items, long total, boolean complete) {

    /**
     * Answers with {@code fetched}, which must hold one row more than asked when more exist; that row only shows that a
     * {@code Link: rel="next"} header is due. A page that is not the first links there; none links to the page before it,
     * for a page is known by the row it follows, not by the row it ends before.
     */
    public static <T> RestResponse<Page<T>> answer(
            List<T> fetched, long total, Function<T, String> key, Request request) {
        boolean more = fetched.size() > request.query.limit;
        List<T> items = more ? fetched.subList(0, request.query.limit) : fetched;
        RestResponse.ResponseBuilder<Page<T>> answer =
                RestResponse.ResponseBuilder.create(Response.Status.OK, new Page<>(List.copyOf(items), total, !more));
        if (!request.query.after.isEmpty()) {
            answer.header("Link", "<" + request.first() + ">; rel=\"first\"");
        }
        if (more) {
            answer.header("Link", "<" + request.after(key.apply(items.get(items.size() - 1))) + ">; rel=\"next\"");
        }
        return answer.build();
    }

    /**
     * What was asked, and where.
     *
     * @param pin a parameter that holds the following pages to the state of this one; empty where nothing does
     */
    public record Request(PageQuery query, UriInfo uri, Map<String, String> pin) {
        public Request(PageQuery query, UriInfo uri) {
            this(query, uri, Map.of());
        }

        /** The same request, whose next page asks for {@code value} of {@code parameter}. */
        public Request pinned(String parameter, String value) {
            return new Request(query, uri, Map.of(parameter, value));
        }

        private String after(String key) {
            return pinnedTo(uri.getRequestUriBuilder().replaceQueryParam("after", "{after}"))
                    .build(key)
                    .toString();
        }

        private String first() {
            return pinnedTo(uri.getRequestUriBuilder().replaceQueryParam("after"))
                    .build()
                    .toString();
        }

        private UriBuilder pinnedTo(UriBuilder page) {
            pin.forEach((parameter, value) -> page.replaceQueryParam(parameter, value));
            return page;
        }
    }
}
