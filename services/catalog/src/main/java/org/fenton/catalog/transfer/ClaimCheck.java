package org.fenton.catalog.transfer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.fenton.catalog.seed.SeedFault;
import org.fenton.catalog.seed.SeedReport;

/** What only claims must keep to: their subject is there, and claims made of a row are changed by changing the row. */
final class ClaimCheck {
    private static final Map<String, String> TABLES = new TreeMap<>(Map.of(
            "edge", "edge",
            "context", "disease_context",
            "drug", "drug",
            "resistance", "resistance",
            "combination", "combination"));

    private ClaimCheck() {}

    static void run(Connection connection, SeedReport report) throws SQLException {
        for (Map.Entry<String, String> subject : TABLES.entrySet()) {
            String sql = "select s.staged_line, s.subject_id from pg_temp.staged_claim s where s.subject_type = '"
                    + subject.getKey() + "' and not exists (select from catalog." + subject.getValue()
                    + " t where t.id = s.subject_id) order by 1";
            each(
                    connection,
                    sql,
                    (line, id) -> report.add(
                            new SeedFault("", line, "subject", "no " + subject.getKey() + " '" + id + "'", "")));
        }
        String made = "select s.staged_line, s.id from pg_temp.staged_claim s join catalog.claim c on c.id = s.id"
                + " where c.origin = 'ROW' and (c.subject_id, c.statement, c.direction, c.level, c.scopes, c.confidence, c.sources)"
                + " is distinct from (s.subject_id, s.statement, s.direction, s.level, s.scopes, s.confidence, s.sources)"
                + " order by 1";
        each(
                connection,
                made,
                (line, id) -> report.add(new SeedFault(
                        "",
                        line,
                        "id",
                        "'" + id + "' is made of a row of its subject's table and is changed there",
                        "")));
    }

    private interface Faulty {
        void at(int line, String id);
    }

    private static void each(Connection connection, String sql, Faulty faulty) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                faulty.at(rows.getInt(1), rows.getString(2));
            }
        }
    }
}
