package org.fenton.catalog.rows;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fenton.http.Page;
import org.fenton.http.ProblemException;
import org.hibernate.jpa.HibernateHints;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The rows of one kind, paged and found by their natural key {@code id}, as views.
 *
 * @param kind what a row is called in a problem document
 */
public record Rows<E, V>(String kind, Class<E> entity, Function<E, V> view, Function<V, String> id) {

    /** A JPQL condition on {@code r} with its parameters. */
    public record Where(String condition, Map<String, Object> parameters) {
        public static final Where ANY = new Where("true = true", Map.of());

        public Where and(String more, String name, Object value) {
            if (value == null || value.toString().isEmpty()) {
                return this;
            }
            Map<String, Object> all = new HashMap<>(parameters);
            all.put(name, value);
            return new Where(condition + " and " + more, all);
        }
    }

    public RestResponse<Page<V>> page(Where where, Page.Request request) {
        var query = query("select r", where, " and r.id > :after order by r.id", entity)
                .setParameter("after", request.query().after)
                .setMaxResults(request.query().limit + 1);
        List<V> fetched = query.getResultList().stream().map(view).toList();
        return Page.answer(fetched, count(where), id, request);
    }

    public long count(Where where) {
        return query("select count(r)", where, "", Long.class).getSingleResult();
    }

    public V get(String key) {
        E row = Panache.getEntityManager().find(entity, key);
        if (row == null) {
            throw ProblemException.notFound(kind, key, keys());
        }
        return view.apply(row);
    }

    /** Every row, in key order. */
    public List<V> all() {
        return query("select r", Where.ANY, " order by r.id", entity).getResultList().stream()
                .map(view)
                .toList();
    }

    private List<String> keys() {
        return query("select r.id", Where.ANY, "", String.class).getResultList();
    }

    /** Rows are only shown, so nothing is flushed for them and nothing compared after them. */
    private <T> TypedQuery<T> query(String select, Where where, String tail, Class<T> type) {
        String jpql = select + " from " + entity.getSimpleName() + " r where " + where.condition() + tail;
        TypedQuery<T> query = Panache.getEntityManager()
                .createQuery(jpql, type)
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .setFlushMode(FlushModeType.COMMIT);
        where.parameters().forEach(query::setParameter);
        return query;
    }
}
