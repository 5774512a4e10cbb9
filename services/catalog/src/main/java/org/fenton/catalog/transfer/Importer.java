package org.fenton.catalog.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.fenton.catalog.claim.ClaimEntity;
import org.fenton.catalog.claim.ClaimedRow;
import org.fenton.catalog.seed.GivenTable;
import org.fenton.catalog.seed.SeedFault;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;
import org.fenton.catalog.seed.SeedReport;
import org.fenton.catalog.transfer.ImportReport.Claims;
import org.jboss.logging.Logger;

/**
 * Reads a file into the catalog: all of it or nothing, in one transaction. Rows are read part by part into staging tables,
 * held against everything the readers and the database ask for, and only then merged, so memory does not grow with the
 * file and a wrong last line costs nothing but time.
 */
@ApplicationScoped
public class Importer {
    private static final Logger LOG = Logger.getLogger(Importer.class);
    private static final int ROWS_AT_ONCE = 2000;
    private static final TableShape CLAIMS = TableShape.of(ClaimEntity.class);

    private final DataSource database;

    Importer(DataSource database) {
        this.database = database;
    }

    /** What is given, and what to do with it. */
    record Order(FactType type, Format format, boolean dryRun) {}

    ImportReport run(Order order, InputStream bytes) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                ImportReport report = run(order, bytes, connection);
                if (order.dryRun) {
                    connection.rollback();
                } else {
                    commit(connection);
                    LOG.infof(
                            "imported %d rows of %s: %d added, %d changed",
                            report.rows(), report.type(), report.added(), report.changed());
                }
                done = true;
                return report;
            } finally {
                if (!done) {
                    rollback(connection);
                }
            }
        }
    }

    /** When the answer to a commit is lost, only the database knows what became of it. */
    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException lost) {
            throw new CommitUnknown(lost);
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            LOG.warnf("the connection of an abandoned import is gone: %s", gone.getMessage());
        }
    }

    private static ImportReport run(Order order, InputStream bytes, Connection connection) throws SQLException {
        FactType type = order.type;
        SeedReport report = new SeedReport();
        MessageDigest digest = sha256();
        int rows;
        try (Staging staging = new Staging(connection)) {
            boolean makesClaims = makesClaims(type);
            staging.add(type.shape());
            if (makesClaims) {
                staging.add(CLAIMS);
            }
            if (makesClaims || type.isClaim()) {
                execute(
                        connection,
                        "alter table pg_temp.staged_claim alter column origin set default '"
                                + (type.isClaim() ? "FILE" : "ROW") + "'");
            }
            rows = stage(order, new DigestInputStream(bytes, digest), new Stage(staging, known(connection), report));
            staging.finish();
            execute(connection, "select pg_advisory_xact_lock(hashtext('fenton.catalog.release'))");
            new ConstraintCheck(connection, staging, report).run();
            if (type.isClaim()) {
                ClaimCheck.run(connection, report);
            }
        }
        if (report.count() > 0) {
            throw new ImportRefused(report);
        }
        String file = "sha256:" + HexFormat.of().formatHex(digest.digest());
        return merge(order, rows, file, connection);
    }

    private static boolean makesClaims(FactType type) {
        return switch (type.name()) {
            case "edge", "context", "resistance", "combination", "drug-listing" -> true;
            default -> false;
        };
    }

    /** Where rows go while they are read. */
    private record Stage(Staging staging, FactType.Known known, SeedReport report) {}

    private static int stage(Order order, InputStream bytes, Stage stage) throws SQLException {
        int rows = 0;
        try {
            GivenFile file = GivenFile.open(bytes, order.format, order.type.name(), stage.report);
            int most = order.type.whole() ? Integer.MAX_VALUE : ROWS_AT_ONCE;
            List<GivenTable.Line> part;
            do {
                part = file.next(most);
                rows += part.size();
                stagePart(order.type, new GivenTable(order.type.file(), file.header(), part, any -> {}), stage);
            } while (!part.isEmpty()
                    && !(stage.report.blames(1) && !file.header().isEmpty()));
        } catch (BadFile bad) {
            stage.report.add(new SeedFault("", bad.line, "", bad.getMessage(), bad.suggestion));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
        return rows;
    }

    private static void stagePart(FactType type, GivenTable part, Stage stage) throws SQLException {
        Map<String, Integer> lines = new HashMap<>();
        part.lines().forEach(line -> lines.putIfAbsent(type.fileKey(line.cells()), line.number()));
        for (FactType.Read read : type.reader().read(SeedFolder.of(part, stage.report), stage.known)) {
            Integer line = lines.get(read.key());
            if (line == null || stage.report.blames(line)) {
                continue;
            }
            if (type.isList()) {
                stage.staging.children(type.shape(), line, read.key(), (List<?>) read.row());
            } else {
                stage.staging.row(type.shape(), line, read.row());
            }
            for (ClaimedRow claimed : read.claims()) {
                for (ClaimEntity claim : claimed.claims()) {
                    stage.staging.row(CLAIMS, line, claim);
                }
            }
        }
    }

    private static ImportReport merge(Order order, int rows, String file, Connection connection) throws SQLException {
        FactType type = order.type;
        String table = type.shape().table();
        Merge merge = new Merge(connection);
        int units = rows;
        if (type.isList()) {
            String parents = "select " + type.shape().key() + " from pg_temp.staged_" + table;
            merge.children(type.shape(), parents, table);
            units = number(
                    connection, "select count(distinct " + type.shape().key() + ") from pg_temp.staged_" + table);
        } else {
            merge.rows(type.shape());
        }
        Claims claims = null;
        if (makesClaims(type)) {
            int removed = merge.removeClaimsOf(table);
            merge.rows(CLAIMS);
            Merge.Count count = merge.count("claim");
            claims = new Claims(count.added(), count.changed(), removed);
        }
        Merge.Count count = merge.count(table);
        int unchanged = units - count.added() - count.changed();
        boolean changes = count.added() + count.changed() > 0
                || claims != null && claims.added() + claims.changed() + claims.removed() > 0;
        if (changes) {
            log(connection, type, file, new int[] {rows, count.added(), count.changed()});
        }
        return new ImportReport(
                type.name(), file, rows, count.added(), count.changed(), unchanged, claims, order.dryRun);
    }

    private static void log(Connection connection, FactType type, String file, int[] counts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into catalog.fact_import (type, file_sha256, lines, added, changed) values (?, ?, ?, ?, ?)")) {
            statement.setString(1, type.name());
            statement.setString(2, file);
            for (int i = 0; i < counts.length; i++) {
                statement.setInt(3 + i, counts[i]);
            }
            statement.executeUpdate();
        }
    }

    private static FactType.Known known(Connection connection) throws SQLException {
        Map<String, Set<String>> ids = new HashMap<>();
        for (String table : List.of("source", "node", "drug_class", "tumour", "scope", "drug")) {
            Set<String> found = new HashSet<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select id from catalog." + table)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            ids.put(table, found);
        }
        Map<String, String> names = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, name from catalog.drug")) {
            while (rows.next()) {
                names.put(rows.getString(1), rows.getString(2));
            }
        }
        return new FactType.Known(SeedKeys.stored(ids::get), names);
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The connection broke between the commit and its answer. */
    static final class CommitUnknown extends SQLException {
        private static final long serialVersionUID = 1L;

        CommitUnknown(SQLException cause) {
            super(cause.getMessage(), cause.getSQLState(), cause);
        }
    }
}
