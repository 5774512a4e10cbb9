package org.fenton.catalog.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.fenton.http.Page;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.jboss.resteasy.reactive.RestResponse;

/** The rows of one kind as a release holds them. */
final class ReleaseRows<V> {
    static final int KEYS_TO_SUGGEST = 20_000;
    private static final int LINES_AT_ONCE = 1000;

    /** A line may have members that this version's view does not know any more. */
    private static final JsonMapper LINES = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String release;
    private final Rows<?, V> rows;

    ReleaseRows(String release, Rows<?, V> rows) {
        this.release = release;
        this.rows = rows;
    }

    RestResponse<Page<V>> page(Rows.Where where, Page.Request request) {
        List<V> fetched = after(where, request.query().after, request.query().limit + 1);
        return Page.answer(fetched, count(where), rows.id(), request.pinned(AsOf.PARAMETER, release));
    }

    /** At most so many rows whose keys come after {@code after}. */
    List<V> after(Rows.Where where, String after, int most) {
        refuseOnlyNow(where);
        List<V> fetched = new ArrayList<>();
        walk(where, after, where.lines() == null ? most : LINES_AT_ONCE, node -> {
            fetched.add(view(node));
            return fetched.size() < most;
        });
        return fetched;
    }

    long count(Rows.Where where) {
        refuseOnlyNow(where);
        if (where.lines() == null && rows.released().parts() == null) {
            Object count = sql("select count(*) from catalog.release_line where release = :release and type = :type")
                    .getSingleResult();
            return ((Number) count).longValue();
        }
        long[] count = {0};
        walk(where, "", LINES_AT_ONCE, node -> {
            count[0]++;
            return true;
        });
        return count[0];
    }

    V get(String key) {
        if (rows.released().parts() != null) {
            return part(key);
        }
        List<?> found =
                sql("select line from catalog.release_line where release = :release and type = :type and id = :key")
                        .setParameter("key", key)
                        .getResultList();
        if (found.isEmpty()) {
            List<?> keys =
                    sql("select id from catalog.release_line where release = :release and type = :type order by id")
                            .setMaxResults(KEYS_TO_SUGGEST)
                            .getResultList();
            throw ProblemException.notFound(
                    rows.kind(), key, keys.stream().map(String.class::cast).toList());
        }
        return view(node((String) found.get(0)));
    }

    private V part(String key) {
        Map<String, JsonNode> parts = new TreeMap<>();
        each(node -> parts.put(node.path("id").asText(), node));
        if (!parts.containsKey(key)) {
            throw ProblemException.notFound(rows.kind(), key, parts.keySet());
        }
        return view(parts.get(key));
    }

    void each(Consumer<JsonNode> each) {
        walk(Rows.Where.ANY, "", LINES_AT_ONCE, node -> {
            each.accept(node);
            return true;
        });
    }

    /** The rows asked for, after {@code after}, until {@code goOn} says no. */
    private void walk(Rows.Where where, String after, int most, Predicate<JsonNode> goOn) {
        Rows.Where.Keys keys = where.keys();
        String from = keys == null || keys.from().compareTo(after) < 0 ? after : keys.from();
        walk(from, most, node -> {
            if (keys != null && node.path("id").asText().compareTo(keys.until()) >= 0) {
                return false;
            }
            return where.lines() != null && !where.lines().test(node) || goOn.test(node);
        });
    }

    /** Rows after {@code after}, until {@code goOn} says no. */
    private void walk(String after, int most, Predicate<JsonNode> goOn) {
        if (rows.released().parts() != null) {
            Map<String, JsonNode> parts = new TreeMap<>();
            walkLines("", LINES_AT_ONCE, line -> {
                rows.released()
                        .parts()
                        .apply(line)
                        .forEach(part -> parts.put(part.path("id").asText(), part));
                return true;
            });
            for (Map.Entry<String, JsonNode> part : parts.entrySet()) {
                if (part.getKey().compareTo(after) > 0 && !goOn.test(part.getValue())) {
                    return;
                }
            }
        } else {
            walkLines(after, most, goOn);
        }
    }

    private void walkLines(String after, int most, Predicate<JsonNode> goOn) {
        String last = after;
        List<String> part;
        do {
            part = lines(last, most);
            for (String line : part) {
                JsonNode node = node(line);
                last = node.path("id").asText();
                if (!goOn.test(node)) {
                    return;
                }
            }
        } while (part.size() == most);
    }

    private List<String> lines(String after, int most) {
        return sql("select line from catalog.release_line where release = :release and type = :type and id > :after"
                        + " order by id")
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(String.class::cast)
                .toList();
    }

    private Query sql(String text) {
        return Panache.getEntityManager()
                .createNativeQuery(text)
                .setParameter("release", release)
                .setParameter("type", rows.released().type());
    }

    /** Better no answer than one of another question. */
    private static void refuseOnlyNow(Rows.Where where) {
        if (!where.onlyNow().isEmpty()) {
            String name = where.onlyNow().get(0);
            String detail = "'" + name + "' is answered for now only; leave it or asOf out";
            throw new ProblemException(ProblemType.INVALID_REQUEST, detail, List.of(new Fault("?" + name, detail)));
        }
    }

    private static JsonNode node(String line) {
        try {
            return LINES.readTree(line);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored line is no JSON", broken);
        }
    }

    private V view(JsonNode line) {
        try {
            return LINES.treeToValue(line, rows.released().view());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored line does not read as " + rows.released(), unreadable);
        }
    }
}
