package org.fenton.catalog.release;

import java.util.ArrayList;
import java.util.List;

/**
 * A change that users of a release must not meet without its reason: a drug is gone, or what was said to raise now lowers.
 *
 * @param from the direction before; null for what is dropped
 */
record Turn(String type, String id, Change change, String from, String to) {
    enum Change {
        DROPPED,
        TURNED
    }

    String told() {
        return change == Change.DROPPED
                ? "the " + type + " " + id + " is dropped"
                : "the " + type + " " + id + " turns from " + from + " to " + to;
    }

    /** What the lines in {@code draft_line} drop or turn of a release. */
    static List<Turn> inDraft(String release) {
        String sql = "select c.type, c.id, case when d.id is null then 'DROPPED' else 'TURNED' end,"
                + " coalesce(c.line::jsonb ->> 'sign', c.line::jsonb ->> 'direction'),"
                + " coalesce(d.line::jsonb ->> 'sign', d.line::jsonb ->> 'direction')"
                + " from catalog.release_line c left join pg_temp.draft_line d on d.type = c.type and d.id = c.id"
                + " where c.release = :release and c.type in ('drug', 'edge', 'claim')"
                + " and ((c.type = 'drug' and d.id is null) or (c.type in ('edge', 'claim') and c.line <> d.line"
                + " and coalesce(c.line::jsonb ->> 'sign', c.line::jsonb ->> 'direction')"
                + " is distinct from coalesce(d.line::jsonb ->> 'sign', d.line::jsonb ->> 'direction')))"
                + " order by c.position";
        List<Turn> turns = new ArrayList<>();
        for (Object row : ReleaseEntity.getEntityManager()
                .createNativeQuery(sql)
                .setParameter("release", release)
                .getResultList()) {
            Object[] cells = (Object[]) row;
            turns.add(new Turn(
                    (String) cells[0], (String) cells[1], Change.valueOf((String) cells[2]), (String) cells[3], (String)
                            cells[4]));
        }
        return turns;
    }
}
