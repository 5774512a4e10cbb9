package org.fenton.catalog.search;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** Finds lines of one publication by words (V13__search.sql). */
@ApplicationScoped
public class Search {
    /** So many are ranked and counted; more than that are listed in order, for ranking them would keep the caller waiting. */
    static final int MOST_RANKED = 2000;

    private static final String ORDER_OF_TYPES =
            "array_position(array['drug', 'node', 'context', 'combination', 'resistance',"
                    + " 'edge', 'rule', 'interaction', 'class', 'scope', 'tumour', 'source', 'claim'], type)";
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

    private Boolean correctsSpelling;

    /** A page, and the cursor of the next one or null. */
    record Found(SearchView page, String next) {}

    Found find(SearchQuery asked) {
        int question = hash(asked);
        Cursor after = asked.cursor == null ? null : Cursor.read(asked.cursor, question);
        SearchView.Snapshot snapshot = snapshot(asked, after);
        Words words = Words.of(asked.q, correctsSpelling());
        Parts parts = Parts.of(words, asked, snapshot);
        boolean complete = after == null ? parts.countUpTo(MOST_RANKED + 1) <= MOST_RANKED : after.score() >= 0;
        List<Object[]> rows = complete ? parts.ranked(after, asked.limit) : parts.inOrder(after, asked.limit);
        boolean more = rows.size() > asked.limit;
        List<SearchView.Item> items = new ArrayList<>();
        for (Object[] row : more ? rows.subList(0, asked.limit) : rows) {
            items.add(item(row));
        }
        Map<String, Map<String, Long>> facets = complete ? parts.facets() : null;
        long total = complete
                ? facets.get("type").values().stream()
                        .mapToLong(Long::longValue)
                        .sum()
                : MOST_RANKED + 1;
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

    private static SearchView.Item item(Object[] row) {
        String type = (String) row[0];
        String id = (String) row[1];
        String place = PLACES.getOrDefault(type, MORE_PLACES.get(type));
        Long score = row[3] == null ? null : ((Number) row[3]).longValue();
        return new SearchView.Item(type, id, (String) row[2], score, "/v1/" + place + "/" + id);
    }

    private static SearchView.Snapshot snapshot(SearchQuery asked, Cursor after) {
        String select = "select number, release from catalog.publication where ";
        Query query = after != null
                ? sql(select + "number = :number").setParameter("number", after.publication())
                : asked.asOf == null
                        ? sql(select + "true order by number desc limit 1")
                        : sql(select + "release = :release order by number desc limit 1")
                                .setParameter("release", asked.asOf);
        List<?> found = query.getResultList();
        if (found.isEmpty() && asked.asOf == null) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "no release is published yet");
        } else if (found.isEmpty()) {
            String detail = "no release '" + asked.asOf + "'";
            throw new ProblemException(ProblemType.NOT_FOUND, detail, List.of(new Fault("?asOf", detail)));
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
        return List.of(asked.q, asked.type, asked.scope, asked.level, asked.direction, String.valueOf(asked.asOf))
                .hashCode();
    }

    private static Query sql(String text) {
        return Panache.getEntityManager().createNativeQuery(text);
    }

    /** The pieces of SQL that one question is made of, with their parameters. */
    private record Parts(String where, String words, String keys, Map<String, Object> parameters) {

        static Parts of(Words words, SearchQuery asked, SearchView.Snapshot snapshot) {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("publication", snapshot.publication());
            List<String> all = new ArrayList<>();
            int number = 0;
            for (Set<String> alternatives : words.alternatives().values()) {
                List<String> any = new ArrayList<>();
                for (String alternative : alternatives) {
                    String name = "w" + number++;
                    parameters.put(name, alternative);
                    any.add("phraseto_tsquery('simple', :" + name + ") || phraseto_tsquery('english', :" + name + ")");
                }
                all.add("(" + String.join(" || ", any) + ")");
            }
            StringBuilder where = new StringBuilder(
                    "valid_from <= :publication and (valid_until is null or valid_until > :publication)");
            filter(where, parameters, "type", asked.type, "type in (:type)");
            filter(where, parameters, "level", asked.level, "level in (:level)");
            filter(where, parameters, "direction", asked.direction, "direction in (:direction)");
            if (!asked.scope.isEmpty()) {
                where.append(" and scopes && string_to_array(:scope, ',')");
                parameters.put("scope", String.join(",", asked.scope));
            }
            parameters.put("whole", asked.q);
            String exact = "keys && array[catalog.search_key(:whole)]";
            return new Parts(where.toString(), "(" + String.join(" && ", all) + ")", exact, parameters);
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
            return " from catalog.search_entry, (select " + words + " as query) asked where " + where
                    + " and (document @@ asked.query or " + keys + ")";
        }

        long countUpTo(int most) {
            Object count = filled("select count(*) from (select 1" + hits() + " limit " + most + ") found")
                    .getSingleResult();
            return ((Number) count).longValue();
        }

        /** By score, then type, then id. */
        List<Object[]> ranked(Cursor after, int limit) {
            String score = "(case when " + keys + " then 1000000 else 0 end"
                    + " + (ts_rank(document, asked.query) * 1000000)::bigint)";
            String found = "select type, id, title, " + score + " as score, " + ORDER_OF_TYPES + " as place" + hits();
            String page = "select type, id, title, score from (" + found + ") found"
                    + (after == null
                            ? ""
                            : " where (-score, place, id) > (-:score, "
                                    + ORDER_OF_TYPES.replace("type)", "cast(:after as text))") + ", :id)")
                    + " order by -score, place, id";
            return rows(paged(page, after, limit, true));
        }

        /** By type and id, walking the index until the page is full. */
        List<Object[]> inOrder(Cursor after, int limit) {
            String page = "select type, id, title, cast(null as bigint)" + hits()
                    + (after == null ? "" : " and (type, id) > (:after, :id)") + " order by type, id";
            return rows(paged(page, after, limit, false));
        }

        private Query paged(String select, Cursor after, int limit, boolean scored) {
            Query query = filled(select + " limit " + (limit + 1));
            if (after != null) {
                query.setParameter("after", after.type()).setParameter("id", after.id());
                if (scored) {
                    query.setParameter("score", after.score());
                }
            }
            return query;
        }

        Map<String, Map<String, Long>> facets() {
            Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
            for (String facet : List.of("type", "scope", "level", "direction")) {
                facets.put(facet, new TreeMap<>());
            }
            String select = "with found as materialized (select type, scopes, level, direction" + hits() + ")"
                    + " select 'type', type, count(*) from found group by type"
                    + " union all select 'scope', s, count(*) from found, unnest(scopes) s group by s"
                    + " union all select 'level', level, count(*) from found where level is not null group by level"
                    + " union all select 'direction', direction, count(*) from found where direction is not null group by direction";
            for (Object[] row : rows(filled(select))) {
                facets.get((String) row[0]).put((String) row[1], ((Number) row[2]).longValue());
            }
            return facets;
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
