package org.fenton.catalog.search;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fenton.catalog.rows.AsOf;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** Finds lines of one publication by words (V13__search.sql, V21__speed.sql). */
@ApplicationScoped
public class Search {
    /** So many are ranked and counted; more than that are listed in order, for ranking them would keep the caller waiting. */
    static final int MOST_RANKED = 1000;

    private static final List<String> TYPES = List.of(
            "drug",
            "node",
            "context",
            "combination",
            "resistance",
            "edge",
            "rule",
            "interaction",
            "class",
            "scope",
            "tumour",
            "source",
            "claim");
    private static final String ORDER_OF_TYPES = "array_position(array['" + String.join("', '", TYPES) + "'], type)";

    /** A union keeps no order, so the page is put in its order again: type, id, title, score. */
    private static final Comparator<Object[]> BY_SCORE = Comparator.comparing(
                    (Object[] row) -> -((Number) row[3]).longValue())
            .thenComparing(row -> TYPES.indexOf((String) row[0]))
            .thenComparing(row -> (String) row[1]);

    private static final Map<String, String> PLACES = Map.of(
            "drug", "drugs",
            "claim", "claims",
            "node", "nodes",
            "edge", "edges",
            "context", "contexts",
            "combination", "combinations",
            "resistance", "resistance-mechanisms",
            "rule", "safety-rules",
            "class", "drug-classes",
            "tumour", "tumours");
    private static final Map<String, String> MORE_PLACES =
            Map.of("interaction", "interactions", "scope", "scopes", "source", "sources");

    private final SearchIndex index;
    private Boolean correctsSpelling;

    Search(SearchIndex index) {
        this.index = index;
    }

    /** A page, and the cursor of the next one or null. */
    record Found(SearchView page, String next) {}

    Found find(SearchQuery asked) {
        int question = hash(asked);
        Cursor after = asked.cursor == null ? null : Cursor.read(asked.cursor, question);
        SearchView.Snapshot snapshot = snapshot(after);
        Words words = Words.of(asked.q, correctsSpelling());
        Parts parts = Parts.of(words, asked, snapshot);
        boolean complete = after == null || after.score() >= 0;
        Map<String, Map<String, Long>> facets = null;
        List<Object[]> rows = List.of();
        long total = 0;
        if (complete) {
            facets = emptyFacets();
            rows = new ArrayList<>();
            total = parts.ranked(after, asked.limit, rows, facets);
            complete = total <= MOST_RANKED;
        }
        if (!complete) {
            rows = parts.inOrder(after, asked.limit);
            total = MOST_RANKED + 1;
            facets = null;
        }
        boolean more = rows.size() > asked.limit;
        List<SearchView.Item> items = new ArrayList<>();
        for (Object[] row : more ? rows.subList(0, asked.limit) : rows) {
            items.add(item(row));
        }
        SearchView page = new SearchView(
                asked.q,
                snapshot,
                total,
                complete,
                correctsSpelling(),
                words.spelling(),
                words.synonyms(),
                facets,
                items);
        if (!more) {
            return new Found(page, null);
        }
        SearchView.Item last = items.get(items.size() - 1);
        long score = complete ? last.score() : -1;
        return new Found(page, new Cursor(snapshot.publication(), question, score, last.type(), last.id()).write());
    }

    private static Map<String, Map<String, Long>> emptyFacets() {
        Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
        for (String facet : List.of("type", "scope", "level", "direction")) {
            facets.put(facet, new TreeMap<>());
        }
        return facets;
    }

    private static SearchView.Item item(Object[] row) {
        String type = (String) row[0];
        String id = (String) row[1];
        String place = PLACES.getOrDefault(type, MORE_PLACES.get(type));
        Long score = row[3] == null ? null : ((Number) row[3]).longValue();
        return new SearchView.Item(type, id, (String) row[2], score, "/v1/" + place + "/" + id);
    }

    /** A cursor keeps its own; else the release that {@code asOf} names, else the newest that is indexed. */
    private SearchView.Snapshot snapshot(Cursor after) {
        Optional<String> release = AsOf.release();
        String where = after != null
                ? "number = :wanted"
                : "number in (select publication from catalog.search_index)"
                        + (release.isPresent() ? " and release = :wanted" : "");
        Query query = sql("select number, release, number = (select max(number) from catalog.publication)"
                + " from catalog.publication where " + where + " order by number desc limit 1");
        if (after != null) {
            query.setParameter("wanted", after.publication());
        } else {
            release.ifPresent(wanted -> query.setParameter("wanted", wanted));
        }
        List<?> found = query.getResultList();
        boolean isNewest = !found.isEmpty() && Boolean.TRUE.equals(((Object[]) found.get(0))[2]);
        if (after == null && !isNewest) {
            index.startIfIdle();
        }
        if (found.isEmpty()) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "that release is not indexed yet");
        }
        Object[] row = (Object[]) found.get(0);
        return new SearchView.Snapshot(((Number) row[0]).intValue(), (String) row[1]);
    }

    private synchronized boolean correctsSpelling() {
        if (correctsSpelling == null) {
            correctsSpelling = !sql("select 1 from pg_extension where extname = 'pg_trgm'")
                    .getResultList()
                    .isEmpty();
        }
        return correctsSpelling;
    }

    private static int hash(SearchQuery asked) {
        return List.of(asked.q, asked.type, asked.scope, asked.level, asked.direction)
                .hashCode();
    }

    private static Query sql(String text) {
        return Panache.getEntityManager().createNativeQuery(text);
    }

    /** The pieces of SQL that one question is made of, with their parameters. */
    private record Parts(String where, Map<String, Object> parameters) {
        private static final String EXACT = "keys && array[catalog.search_key(:whole)]";

        static Parts of(Words words, SearchQuery asked, SearchView.Snapshot snapshot) {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("publication", snapshot.publication());
            parameters.put("asked", words.query());
            parameters.put("whole", asked.q);
            StringBuilder where = new StringBuilder(
                    "valid_from <= :publication and (valid_until is null or valid_until > :publication)");
            filter(where, parameters, "type", asked.type, "type in (:type)");
            filter(where, parameters, "level", asked.level, "level in (:level)");
            filter(where, parameters, "direction", asked.direction, "direction in (:direction)");
            if (!asked.scope.isEmpty()) {
                where.append(" and scopes && string_to_array(:scope, ',')");
                parameters.put("scope", String.join(",", asked.scope));
            }
            return new Parts(where.toString(), parameters);
        }

        private static void filter(
                StringBuilder where,
                Map<String, Object> parameters,
                String name,
                List<String> given,
                String condition) {
            if (!given.isEmpty()) {
                where.append(" and ").append(condition);
                parameters.put(name, given);
            }
        }

        private String hits() {
            return " from catalog.search_entry where " + where + " and (document @@ cast(:asked as tsquery) or " + EXACT
                    + ")";
        }

        /**
         * A page by score, then type, then id, and the counts of all that was found, in one statement; where more than
         * {@link #MOST_RANKED} are found only so many are looked at that it shows, and nothing is ranked.
         *
         * @return how many were found, at most one more than are ranked
         */
        long ranked(Cursor after, int limit, List<Object[]> page, Map<String, Map<String, Long>> facets) {
            String score = "(case when " + EXACT + " then 1000000 else 0 end"
                    + " + (ts_rank(document, cast(:asked as tsquery)) * 1000000)::bigint)";
            String sql = "with hits as materialized (select type, id, title, scopes, level, direction, keys, document"
                    + hits() + " limit " + (MOST_RANKED + 1) + "),"
                    + " met as materialized (select count(*) as number from hits),"
                    + " found as materialized (select type, id, title, scopes, level, direction, " + score
                    + " as score, " + ORDER_OF_TYPES + " as place from hits where (select number from met) <= "
                    + MOST_RANKED + "),"
                    + " page as (select type, id, title, score from found"
                    + (after == null
                            ? ""
                            : " where (-score, place, id) > (-:score, "
                                    + ORDER_OF_TYPES.replace("type)", "cast(:after as text))") + ", :id)")
                    + " order by -score, place, id limit " + (limit + 1) + ")"
                    + " select 0, type, id, title, score from page"
                    + " union all select 1, 'type', type, null, count(*) from found group by type"
                    + " union all select 1, 'scope', s, null, count(*) from found, unnest(scopes) s group by s"
                    + " union all select 1, 'level', level, null, count(*) from found where level is not null group by level"
                    + " union all select 1, 'direction', direction, null, count(*) from found"
                    + " where direction is not null group by direction"
                    + " union all select 2, null, null, null, number from met";
            long met = 0;
            for (Object[] row : rows(paged(sql, after, true))) {
                switch (((Number) row[0]).intValue()) {
                    case 0 -> page.add(new Object[] {row[1], row[2], row[3], row[4]});
                    case 1 -> facets.get((String) row[1]).put((String) row[2], ((Number) row[4]).longValue());
                    default -> met = ((Number) row[4]).longValue();
                }
            }
            page.sort(BY_SCORE);
            return met;
        }

        /** By type and id, walking the index until the page is full. */
        List<Object[]> inOrder(Cursor after, int limit) {
            String page = "select type, id, title, cast(null as bigint)" + hits()
                    + (after == null ? "" : " and (type, id) > (:after, :id)") + " order by type, id";
            return rows(paged(page + " limit " + (limit + 1), after, false));
        }

        private Query paged(String select, Cursor after, boolean scored) {
            Query query = filled(select);
            if (after != null) {
                query.setParameter("after", after.type()).setParameter("id", after.id());
                if (scored) {
                    query.setParameter("score", after.score());
                }
            }
            return query;
        }

        private Query filled(String text) {
            Query query = sql(text);
            parameters.forEach(query::setParameter);
            return query;
        }

        private static List<Object[]> rows(Query query) {
            List<Object[]> rows = new ArrayList<>();
            query.getResultList().forEach(row -> rows.add((Object[]) row));
            return rows;
        }
    }
}
