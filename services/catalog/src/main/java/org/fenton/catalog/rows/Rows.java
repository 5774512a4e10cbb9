package org.fenton.catalog.rows;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fenton.http.Page;
import org.fenton.http.ProblemException;
import org.hibernate.Session;
import org.hibernate.jpa.HibernateHints;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The rows of one kind, paged and found by their natural key {@code id}, as views: those of now, or those of the release
 * that the request's {@code asOf} names.
 *
 * @param kind what a row is called in a problem document
 * @param released how a release holds these rows; null where it does not
 */
public record Rows<E, V>(
        String kind, Class<E> entity, Function<E, V> view, Function<V, String> id, Released<V> released) {
    private static final int AT_ONCE = 1000;
    private static final ObjectMapper VIEWS = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    /**
     * The line type and the view that a line of it reads as.
     *
     * @param parts the rows inside one line, where a line holds several; null where a line is a row
     */
    public record Released<V>(String type, Class<V> view, Function<JsonNode, List<JsonNode>> parts) {
        public Released(String type, Class<V> view) {
            this(type, view, null);
        }
    }

    public Rows(String kind, Class<E> entity, Function<E, V> view, Function<V, String> id) {
        this(kind, entity, view, id, null);
    }

    /**
     * A condition on the rows that are answered.
     *
     * @param condition JPQL on {@code r}
     * @param lines the same condition on a line of a release
     * @param onlyNow the parameters that no condition on lines stands for
     * @param keys between which the keys of the rows lie; null where they may be any
     */
    public record Where(
            String condition,
            Map<String, Object> parameters,
            Predicate<JsonNode> lines,
            List<String> onlyNow,
            Keys keys) {
        public static final Where ANY = new Where("true = true", Map.of(), null, List.of(), null);

        /** From the first, up to but without the second: a release is sorted by them. */
        public record Keys(String from, String until) {}

        public Where and(String more, String name, Object value) {
            return and(more, name, value, null);
        }

        /** With what the condition means for a line of a release, so that it can be asked of a past day as well. */
        public Where and(String more, String name, Object value, Predicate<JsonNode> line) {
            if (value == null || value.toString().isEmpty()) {
                return this;
            }
            Map<String, Object> all = new HashMap<>(parameters);
            all.put(name, value);
            List<String> now = new ArrayList<>(onlyNow);
            if (line == null) {
                now.add(name);
            }
            Predicate<JsonNode> both = lines == null || line == null ? (lines == null ? line : lines) : lines.and(line);
            return new Where(condition + " and " + more, all, both, now, keys);
        }

        /** What both ask. */
        public Where and(Where other) {
            Map<String, Object> all = new HashMap<>(parameters);
            all.putAll(other.parameters);
            List<String> now = new ArrayList<>(onlyNow);
            now.addAll(other.onlyNow);
            Predicate<JsonNode> both =
                    lines == null ? other.lines : other.lines == null ? lines : lines.and(other.lines);
            return new Where(
                    condition + " and " + other.condition, all, both, now, other.keys == null ? keys : other.keys);
        }

        /** The same condition, with where its rows lie: a past release is then not read from end to end. */
        public Where between(String from, String until) {
            return new Where(condition, parameters, lines, onlyNow, new Keys(from, until));
        }
    }

    public RestResponse<Page<V>> page(Where where, Page.Request request) {
        Optional<String> release = released == null ? Optional.empty() : AsOf.release();
        if (release.isPresent()) {
            return new ReleaseRows<>(release.get(), this).page(where, request);
        }
        Page.Request pinned = pinnedNow(request);
        return Page.answer(now(where, request.query().after, request.query().limit + 1), count(where), id, pinned);
    }

    /** The first rows, at most so many. */
    public List<V> first(Where where, int most) {
        Optional<String> release = released == null ? Optional.empty() : AsOf.release();
        return release.isPresent()
                ? new ReleaseRows<>(release.get(), this).after(where, "", most)
                : now(where, "", most);
    }

    private List<V> now(Where where, String after, int most) {
        return query("select r", where, " and r.id > :after order by r.id", entity)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(view)
                .toList();
    }

    /** The request, whose following pages are held to the state that this one is of: a release, or the facts of now. */
    public static Page.Request pinned(Page.Request request) {
        return AsOf.release()
                .map(release -> request.pinned(AsOf.PARAMETER, release))
                .orElseGet(() -> pinnedNow(request));
    }

    private static Page.Request pinnedNow(Page.Request request) {
        return request.pinned("at", Long.toString(FactVersion.require(request.uri())));
    }

    public long count(Where where) {
        Optional<String> release = released == null ? Optional.empty() : AsOf.release();
        if (release.isPresent()) {
            return new ReleaseRows<>(release.get(), this).count(where);
        }
        return query("select count(r)", where, "", Long.class).getSingleResult();
    }

    public V get(String key) {
        Optional<String> release = released == null ? Optional.empty() : AsOf.release();
        if (release.isPresent()) {
            return new ReleaseRows<>(release.get(), this).get(key);
        }
        E row = Panache.getEntityManager().find(entity, key);
        if (row == null) {
            throw ProblemException.notFound(kind, key, keys());
        }
        return view.apply(row);
    }

    /**
     * Every row of now, in key order, without holding them all: read through a session of its own on the same transaction,
     * so that forgetting rows does not forget those that the caller is changing.
     */
    public void each(Consumer<V> each) {
        Session caller = Panache.getSession();
        caller.flush();
        try (Session reading = caller.sessionWithOptions().connection().openSession()) {
            String after = "";
            List<E> part;
            do {
                part = query(reading, "select r", Where.ANY, " and r.id > :after order by r.id", entity)
                        .setParameter("after", after)
                        .setMaxResults(AT_ONCE)
                        .getResultList();
                for (E row : part) {
                    V view = this.view.apply(row);
                    after = id.apply(view);
                    each.accept(view);
                }
                reading.clear();
            } while (part.size() == AT_ONCE);
        }
    }

    /** Every row as JSON, of a release or, where none is named, of now, in key order. */
    public void eachNode(Optional<String> release, Consumer<JsonNode> each) {
        if (release.isPresent()) {
            new ReleaseRows<>(release.get(), this).each(each);
        } else {
            each(view -> each.accept(VIEWS.valueToTree(view)));
        }
    }

    /** Every row of now, in key order. */
    public List<V> all() {
        List<V> all = new ArrayList<>();
        each(all::add);
        return all;
    }

    private List<String> keys() {
        return query("select r.id", Where.ANY, "", String.class)
                .setMaxResults(ReleaseRows.KEYS_TO_SUGGEST)
                .getResultList();
    }

    /** Rows are only shown, so nothing is flushed for them and nothing compared after them. */
    private <T> TypedQuery<T> query(String select, Where where, String tail, Class<T> type) {
        return query(Panache.getSession(), select, where, tail, type);
    }

    private <T> TypedQuery<T> query(Session session, String select, Where where, String tail, Class<T> type) {
        String jpql = select + " from " + entity.getSimpleName() + " r where " + where.condition() + tail;
        TypedQuery<T> query = session.createQuery(jpql, type)
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .setFlushMode(FlushModeType.COMMIT);
        where.parameters().forEach(query::setParameter);
        return query;
    }
}
