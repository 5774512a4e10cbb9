package org.fenton.catalog.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fenton.catalog.transfer.RowMerge;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * New seeds over rows that were imported or curated since the last seeds. Row by row: what nobody else has touched is taken
 * from the seeds; what somebody has stays as it is, and so does what the seeds never had.
 */
final class SeedMerge {
    private static final Logger LOG = Logger.getLogger(SeedMerge.class);

    /** Tables whose name is not the type's. */
    private static final Map<String, String> TABLES =
            Map.of("class", "drug_class", "context", "disease_context", "rule", "safety_rule");

    private final Map<String, String> before = new HashMap<>();
    private final Set<String> touched = new HashSet<>();

    SeedMerge(String seedsBefore) {
        for (Object[] row : rows(
                "select type || ' ' || id, line from catalog.release_line where release = '" + seedsBefore + "'")) {
            before.put((String) row[0], (String) row[1]);
        }
        for (Object[] row : rows("select row_table || ' ' || id, '' from catalog.fact_touch")) {
            touched.add((String) row[0]);
        }
    }

    /** True when every row is the seeds': nothing to keep. */
    static boolean isIdle() {
        return rows("select 1, 2 where exists (select from catalog.fact_touch)"
                        + " or exists (select from catalog.claim where origin <> 'ROW')")
                .isEmpty();
    }

    void apply(Facts facts, ReleaseLines seeds) {
        Set<String> changed = new HashSet<>();
        Set<String> kept = new HashSet<>();
        for (ReleaseLines.Line line : seeds.lines()) {
            String key = line.type() + " " + line.id();
            kept.add(key);
            if (line.json().equals(before.get(key)) || line.type().equals("claim")) {
                continue;
            }
            if (isTouched(line.type(), line.id())) {
                LOG.warnf("the seeds change %s, which was changed here: it stays as it is here", key);
            } else {
                changed.add(key);
            }
        }
        Session session = ReleaseEntity.getEntityManager().unwrap(Session.class);
        session.doWork(connection -> {
            try (RowMerge merge = new RowMerge(connection)) {
                for (Facts.Rows rows : facts.rows()) {
                    for (Facts.Row row : rows.rows()) {
                        if (changed.contains(rows.type() + " " + row.id())) {
                            merge.put(row.entity(), row.claims());
                        }
                    }
                }
                merge.finish();
                for (Facts.Rows rows : facts.rows()) {
                    merge.rows(rows.entity(), rows.type());
                }
                merge.claims();
                List<Facts.Rows> childrenFirst = new ArrayList<>(facts.rows());
                Collections.reverse(childrenFirst);
                for (Facts.Rows rows : childrenFirst) {
                    merge.remove(rows.entity(), rows.type(), gone(rows.type(), kept));
                }
            }
        });
        session.clear();
    }

    private List<String> gone(String type, Set<String> kept) {
        String prefix = type + " ";
        return before.keySet().stream()
                .filter(key -> key.startsWith(prefix) && !kept.contains(key))
                .map(key -> key.substring(prefix.length()))
                .filter(id -> !isTouched(type, id))
                .sorted()
                .toList();
    }

    private boolean isTouched(String type, String id) {
        return touched.contains(TABLES.getOrDefault(type, type) + " " + id);
    }

    private static List<Object[]> rows(String sql) {
        return ReleaseEntity.getEntityManager()
                .createNativeQuery(sql, Object[].class)
                .getResultList();
    }
}
