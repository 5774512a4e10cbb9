package org.fenton.catalog.transfer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fenton.catalog.seed.SeedFault;
import org.fenton.catalog.seed.SeedReport;

/**
 * Holds staged rows against the constraints that the database itself declares, before one of them is written: a row that
 * would stop the import half way is named, with its line, like any other.
 */
final class ConstraintCheck {
    /** A key in an array column of one table that another table must hold; declared by a trigger's arguments. */
    private record ArrayKey(String column, String target) {}

    private record Rule(String reason, String column, String expression) {}

    private final Connection connection;
    private final Staging staging;
    private final SeedReport report;

    ConstraintCheck(Connection connection, Staging staging, SeedReport report) {
        this.connection = connection;
        this.staging = staging;
        this.report = report;
    }

    void run() throws SQLException {
        for (TableShape shape : staging.shapes()) {
            String table = shape.table();
            if (shape.key() == null) {
                doubled(table);
            }
            rules(shape);
            for (ArrayKey key : foreignKeys(table)) {
                missing("select staged_line, %2$s from %1$s s where %2$s is not null", table, key);
            }
            for (ArrayKey key : arrayKeys(table)) {
                missing("select staged_line, unnest(%2$s) from %1$s s", table, key);
            }
        }
    }

    /** All rules in one reading of the rows, which almost always keep to them; one at a time only where some do not. */
    private void rules(TableShape shape) throws SQLException {
        String table = staged(shape.table());
        List<Rule> rules = new ArrayList<>();
        for (String column : notNull(shape)) {
            rules.add(new Rule("must not be empty", column, quoted(column) + " is not null"));
        }
        for (Rule rule : checks(shape.table())) {
            String reason = "breaks the rule " + rule.reason + " of the database: " + rule.expression;
            rules.add(new Rule(reason, rule.column, rule.expression));
        }
        String anyBroken = rules.stream()
                .map(rule -> "not (" + rule.expression + ")")
                .collect(Collectors.joining(" or ", "select count(*) from " + table + " where ", ""));
        if (rules.isEmpty() || Sql.number(connection, anyBroken) == 0) {
            return;
        }
        for (Rule rule : rules) {
            faults(rule, table);
        }
    }

    private void doubled(String table) throws SQLException {
        String sql =
                "select staged_line, id, first from (select staged_line, id, min(staged_line) over (partition by id) as first"
                        + " from " + staged(table) + ") s where staged_line > first order by staged_line";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                add(rows.getInt(1), "id", "'" + rows.getString(2) + "' is already used by line " + rows.getInt(3), "");
            }
        }
    }

    private void missing(String keys, String table, ArrayKey key) throws SQLException {
        String target = staging.shapes().stream()
                        .anyMatch(shape -> shape.table().equals(key.target))
                ? "(select id from catalog." + key.target + " union all select id from " + staged(key.target) + ")"
                : "catalog." + key.target;
        String sql = "select given.line, given.key from (" + keys.formatted(staged(table), quoted(key.column))
                + ") given (line, key) where given.key <> 'general' and not exists (select from " + target
                + " t where t.id = given.key) order by 1";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                add(rows.getInt(1), key.column, "no " + key.target + " '" + rows.getString(2) + "'", "");
            }
        }
    }

    private void faults(Rule rule, String table) throws SQLException {
        String sql = "select staged_line from " + table + " where not (" + rule.expression + ") order by 1";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                add(rows.getInt(1), rule.column, rule.reason, "");
            }
        }
    }

    /** What the reader has said of a line already is not said again in other words. */
    private void add(int line, String column, String reason, String suggestion) {
        if (!report.blames(line)) {
            report.add(new SeedFault("", line, column, reason, suggestion));
        }
    }

    private List<String> notNull(TableShape shape) throws SQLException {
        Set<String> filled =
                shape.columns().stream().map(TableShape.ColumnShape::name).collect(Collectors.toSet());
        return names(
                        "select attname from pg_attribute where attrelid = ('catalog.' || ?)::regclass and attnum > 0"
                                + " and attnotnull order by attnum",
                        shape.table())
                .stream()
                .filter(filled::contains)
                .toList();
    }

    private List<Rule> checks(String table) throws SQLException {
        List<Rule> rules = new ArrayList<>();
        String sql =
                "select c.conname, coalesce((select min(a.attname) from pg_attribute a where a.attrelid = c.conrelid"
                        + " and a.attnum = any(c.conkey) having count(*) = 1), ''), pg_get_expr(c.conbin, c.conrelid)"
                        + " from pg_constraint c where c.conrelid = ('catalog.' || ?)::regclass and c.contype = 'c' order by 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rules.add(new Rule(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return rules;
    }

    private List<ArrayKey> foreignKeys(String table) throws SQLException {
        return keys(
                "select a.attname, t.relname from pg_constraint c"
                        + " join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]"
                        + " join pg_class t on t.oid = c.confrelid"
                        + " join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1] and f.attname = 'id'"
                        + " where c.conrelid = ('catalog.' || ?)::regclass and c.contype = 'f'"
                        + " and cardinality(c.conkey) = 1 order by 1",
                table);
    }

    private List<ArrayKey> arrayKeys(String table) throws SQLException {
        return keys(
                "select distinct split_part(encode(t.tgargs, 'escape'), '\\000', 1), split_part(encode(t.tgargs, 'escape'), '\\000', 2)"
                        + " from pg_trigger t join pg_proc p on p.oid = t.tgfoid"
                        + " where t.tgrelid = ('catalog.' || ?)::regclass"
                        + " and p.proname in ('require_keys', 'require_keys_of_all') order by 1",
                table);
    }

    private List<ArrayKey> keys(String sql, String table) throws SQLException {
        List<ArrayKey> keys = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(new ArrayKey(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return keys;
    }

    private List<String> names(String sql, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    private static String staged(String table) {
        return "pg_temp." + Staging.PREFIX + table;
    }

    private static String quoted(String column) {
        return '"' + column + '"';
    }
}
