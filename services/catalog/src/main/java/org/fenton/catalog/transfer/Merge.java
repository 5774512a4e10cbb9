package org.fenton.catalog.transfer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings staged rows into the catalog's tables, set by set: rows whose key is new are added, rows that differ are changed,
 * equal rows are not touched at all.
 */
final class Merge {
    /** How many rows of one table were added and changed. */
    record Count(int added, int changed) {}

    private final Connection connection;

    Merge(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table touched (what text, id text, added boolean) on commit drop");
            statement.execute(
                    "create temporary table counted (what text, added integer, changed integer) on commit drop");
        }
    }

    /** A table with a key of its own, then its children. */
    void rows(TableShape shape) throws SQLException {
        String table = shape.table();
        String columns = list("%s", shape);
        String extra = table.equals("claim") ? ", origin" : "";
        // A row with children may be touched in several places and counts once; one without is counted where it is
        // written.
        boolean alone = shape.children().isEmpty();
        String changes = alone
                ? " insert into counted select '%1$s', 0, count(*) from changed"
                : " insert into touched select '%1$s', id, false from changed";
        String additions = alone
                ? " insert into counted select '%1$s', count(*), 0 from added"
                : " insert into touched select '%1$s', id, true from added";
        run(
                "with changed as (update catalog.%1$s t set (%2$s) = row(%3$s) from pg_temp.staged_%1$s s"
                        + " where t.id = s.id and (%4$s) is distinct from (%3$s) returning t.id)"
                        + changes,
                table,
                columns,
                list("s.%s", shape),
                list("t.%s", shape));
        run(
                "with added as (insert into catalog.%1$s (%2$s%5$s) select %3$s%6$s from pg_temp.staged_%1$s s"
                        + " where not exists (select from catalog.%1$s t where t.id = s.id) order by s.id returning id)"
                        + additions,
                table,
                columns,
                list("s.%s", shape),
                "",
                extra,
                extra.isEmpty() ? "" : ", coalesce(s.origin, 'ROW')");
        for (TableShape.Child child : shape.children()) {
            children(child.shape(), "select id from pg_temp.staged_" + table, table);
        }
    }

    /** The lists of the parents that {@code parents} selects become what is staged; changes count for the parent. */
    void children(TableShape shape, String parents, String countedAs) throws SQLException {
        String same = "s.%1$s = c.%1$s and s.position = c.position".formatted(shape.key());
        run(
                "with gone as (delete from catalog.%1$s c where c.%2$s in (%3$s) and not exists (select from"
                        + " pg_temp.staged_%1$s s where %4$s and (%5$s) is not distinct from (%6$s)) returning c.%2$s)"
                        + " insert into touched select distinct '%7$s', %2$s, false from gone",
                shape.table(), shape.key(), parents, same, list("s.%s", shape), list("c.%s", shape), countedAs);
        run(
                "with added as (insert into catalog.%1$s (%2$s, position, %3$s) select s.%2$s, s.position, %4$s"
                        + " from pg_temp.staged_%1$s s where not exists (select from catalog.%1$s c where %5$s) returning %2$s)"
                        + " insert into touched select distinct '%6$s', %2$s, false from added",
                shape.table(), shape.key(), list("%s", shape), list("s.%s", shape), same, countedAs);
    }

    /** Claims that rows of these subjects made and make no more. */
    int removeClaims(String subjectType, String subjects) throws SQLException {
        String sql = "delete from catalog.claim c where c.origin = 'ROW' and c.subject_type = '" + subjectType
                + "' and c.subject_id in (" + subjects + ")"
                + " and not exists (select from pg_temp.staged_claim s where s.id = c.id)";
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    Count count(String table) throws SQLException {
        return count(connection, table);
    }

    static Count count(Connection connection, String table) throws SQLException {
        String sql = "select sum(added), sum(changed) from (select count(*) filter (where added) as added,"
                + " count(*) filter (where not added) as changed from"
                + " (select id, bool_or(added) as added from touched where what = ? group by id) t"
                + " union all select added, changed from counted where what = ?) c";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            statement.setString(2, table);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new Count(rows.getInt(1), rows.getInt(2));
            }
        }
    }

    private void run(String sql, Object... parts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.formatted(parts));
        }
    }

    private static String list(String pattern, TableShape shape) {
        return names(shape).stream()
                .map(name -> pattern.formatted('"' + name + '"'))
                .collect(Collectors.joining(", "));
    }

    private static List<String> names(TableShape shape) {
        return shape.columns().stream().map(TableShape.ColumnShape::name).toList();
    }
}
