package org.fenton.catalog.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenton.catalog.release.ReleaseChange.Kind;

/** The differences of two releases, line by line, read in parts. The later one may be the draft in {@code draft_line}. */
final class ReleaseDiff {
    static final String DRAFT = "draft";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String before;
    private final String after;
    private final Map<String, List<String>> reasons;

    ReleaseDiff(String before, String after) {
        this.before = before;
        this.after = after;
        this.reasons = after.equals(DRAFT) ? Map.of() : reasons(before, after);
    }

    /** Where a walk of the differences stands: after this type and id. */
    record Place(String type, String id) {
        static final Place START = new Place("", "");
    }

    /** At most {@code most} changes after a place, by type and id. */
    List<ReleaseChange> next(Place place, int most) {
        List<ReleaseChange> changes = new ArrayList<>();
        var query = sql("select type, id, a.line, b.line from " + joined()
                        + " where (type, id) > (:type, :id) order by type, id limit :most")
                .setParameter("type", place.type)
                .setParameter("id", place.id)
                .setParameter("most", most);
        for (Object row : query.getResultList()) {
            Object[] cells = (Object[]) row;
            changes.add(change((String) cells[0], (String) cells[1], (String) cells[2], (String) cells[3]));
        }
        return changes;
    }

    /** Changes by type, then by what happened. */
    Map<String, Map<Kind, Long>> counts() {
        Map<String, Map<Kind, Long>> counts = new TreeMap<>();
        var query = sql("select type, case when a.line is null then 'ADDED' when b.line is null then 'REMOVED'"
                + " else 'CHANGED' end, count(*) from " + joined() + " group by 1, 2");
        for (Object row : query.getResultList()) {
            Object[] cells = (Object[]) row;
            counts.computeIfAbsent((String) cells[0], any -> new TreeMap<>())
                    .put(Kind.valueOf((String) cells[1]), ((Number) cells[2]).longValue());
        }
        return counts;
    }

    private String joined() {
        String later = after.equals(DRAFT)
                ? "(select type, id, line from pg_temp.draft_line)"
                : "(select type, id, line from catalog.release_line where release = :after)";
        return "(select coalesce(a.type, b.type) as type, coalesce(a.id, b.id) as id, a.line as a_line, b.line as b_line"
                + " from (select type, id, line from catalog.release_line where release = :before) a full join " + later
                + " b on b.type = a.type and b.id = a.id where a.line is distinct from b.line) d"
                + " cross join lateral (select d.a_line as line) a cross join lateral (select d.b_line as line) b";
    }

    private jakarta.persistence.Query sql(String text) {
        var query = ReleaseEntity.getEntityManager().createNativeQuery(text).setParameter("before", before);
        return after.equals(DRAFT) ? query : query.setParameter("after", after);
    }

    private ReleaseChange change(String type, String id, String lineBefore, String lineAfter) {
        Kind kind = lineBefore == null ? Kind.ADDED : lineAfter == null ? Kind.REMOVED : Kind.CHANGED;
        List<ReleaseChange.Field> fields = new ArrayList<>();
        if (kind == Kind.CHANGED) {
            compare("", node(lineBefore), node(lineAfter), fields);
        }
        return new ReleaseChange(type, id, kind, fields, reasons.getOrDefault(type + " " + id, List.of()));
    }

    /** Objects are compared member by member; a list is one value. */
    private static void compare(String pointer, JsonNode before, JsonNode after, List<ReleaseChange.Field> fields) {
        if (before != null && after != null && before.isObject() && after.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(pointer + "/" + name, before.get(name), after.get(name), fields));
        } else if (before == null || !before.equals(after)) {
            fields.add(new ReleaseChange.Field(pointer, before, after));
        }
    }

    /** Every reason recorded after the last publication of the one and up to the last of the other, either way round. */
    private static Map<String, List<String>> reasons(String before, String after) {
        Map<String, List<String>> reasons = new HashMap<>();
        String sql = "select r.type, r.id, r.reason from catalog.publication_reason r,"
                + " (select max(number) filter (where release = :before) as a, max(number) filter (where release = :after) as b"
                + " from catalog.publication) p where r.publication > least(p.a, p.b) and r.publication <= greatest(p.a, p.b)"
                + " order by r.publication";
        for (Object row : ReleaseEntity.getEntityManager()
                .createNativeQuery(sql)
                .setParameter("before", before)
                .setParameter("after", after)
                .getResultList()) {
            Object[] cells = (Object[]) row;
            reasons.computeIfAbsent(cells[0] + " " + cells[1], any -> new ArrayList<>())
                    .add((String) cells[2]);
        }
        return reasons;
    }

    private static JsonNode node(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored line is no JSON", broken);
        }
    }
}
