package org.fenton.catalog.transfer;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.fenton.catalog.claim.ClaimEntity;
import org.fenton.catalog.claim.ClaimedRow;
import org.fenton.catalog.drug.DrugEntity;
import org.fenton.catalog.seed.GivenTable;
import org.fenton.catalog.seed.SeedFault;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedReport;
import org.fenton.catalog.transfer.ImportReport.Claims;
import org.hibernate.Session;
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
    private static final int LONGEST_SECONDS = 900;
    private static final TableShape CLAIMS = TableShape.of(ClaimEntity.class);

    /** What is given, and what to do with it. */
    record Order(FactType type, Format format, boolean dryRun) {}

    /** What was read: lines that are rows, and the hash of the file. */
    private record Staged(int rows, String file) {}

    /** Where rows go while they are read. */
    private record Stage(Staging staging, FactType.Known known, SeedReport report) {}

    ImportReport run(Order order, InputStream bytes) throws SQLException {
        boolean[] committing = {false};
        try {
            ImportReport report = QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_SECONDS)
                    .call(() -> {
                        ImportReport made = inTransaction(order, bytes);
                        if (order.dryRun) {
                            throw new NothingWritten(made);
                        }
                        committing[0] = true;
                        return made;
                    });
            LOG.infof(
                    "imported %d %s rows: %d added, %d changed",
                    report.rows(), report.type(), report.added(), report.changed());
            return report;
        } catch (NothingWritten dryRun) {
            return dryRun.report;
        } catch (ImportRefused refused) {
            throw refused;
        } catch (RuntimeException failure) {
            if (committing[0]) {
                throw new CommitUnknown(failure);
            }
            throw sqlCause(failure);
        }
    }

    private static SQLException sqlCause(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        throw failure;
    }

    private static ImportReport inTransaction(Order order, InputStream bytes) {
        Session session = Panache.getSession();
        FactType type = order.type;
        Staged staged = session.doReturningWork(connection -> stage(order, bytes, connection));
        Merge merge = session.doReturningWork(Merge::new);
        session.doWork(connection -> mergeRows(type, merge));
        Claims claims = type.claimsAbout() == null ? null : claims(type, merge, session);
        return session.doReturningWork(connection -> {
            // What the database checks at the end is checked while it can still be said.
            Sql.execute(connection, "set constraints all immediate");
            return report(order, staged, claims, connection);
        });
    }

    private static Staged stage(Order order, InputStream bytes, Connection connection) throws SQLException {
        FactType type = order.type;
        SeedReport report = new SeedReport();
        MessageDigest digest = sha256();
        int rows;
        try (Staging staging = new Staging(connection)) {
            staging.add(type.shape());
            if (type.claimsAbout() != null) {
                staging.add(CLAIMS);
            }
            if (type.isClaim()) {
                Sql.execute(connection, "alter table pg_temp.staged_claim alter column origin set default 'GIVEN'");
            }
            var stage = new Stage(staging, FactType.Known.of(connection), report);
            rows = read(order, new DigestInputStream(bytes, digest), stage);
            staging.finish();
            // From here on imports and publications take turns.
            Sql.execute(connection, "select pg_advisory_xact_lock(hashtext('fenton.catalog.release'))");
            new ConstraintCheck(connection, staging, report).run();
            if (type.isClaim()) {
                ClaimCheck.run(connection, report);
            }
        }
        if (report.count() > 0) {
            throw new ImportRefused(report);
        }
        return new Staged(rows, "sha256:" + HexFormat.of().formatHex(digest.digest()));
    }

    private static int read(Order order, InputStream bytes, Stage stage) throws SQLException {
        int rows = 0;
        try {
            GivenFile file = GivenFile.open(bytes, order.format, order.type.name(), stage.report);
            int most = order.type.whole() ? Integer.MAX_VALUE : ROWS_AT_ONCE;
            List<GivenTable.Line> part;
            boolean headerFits;
            do {
                part = file.next(most);
                rows += part.size();
                readPart(order.type, new GivenTable(order.type.file(), file.header(), part, any -> {}), stage);
                headerFits = file.header().isEmpty() || !stage.report.blames(1);
            } while (!part.isEmpty() && headerFits);
        } catch (BadFile bad) {
            stage.report.add(new SeedFault("", bad.line, "", bad.getMessage(), bad.suggestion));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
        return rows;
    }

    private static void readPart(FactType type, GivenTable part, Stage stage) throws SQLException {
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
            stageClaims(stage.staging, line, read.claims());
        }
    }

    private static void stageClaims(Staging staging, int line, List<ClaimedRow> claims) throws SQLException {
        for (ClaimedRow claimed : claims) {
            for (ClaimEntity claim : claimed.claims()) {
                staging.row(CLAIMS, line, claim);
            }
        }
    }

    private static void mergeRows(FactType type, Merge merge) throws SQLException {
        if (type.isList()) {
            String table = type.shape().table();
            merge.children(type.shape(), "select " + type.shape().key() + " from pg_temp.staged_" + table, table);
        } else {
            merge.rows(type.shape());
        }
    }

    /** The claims that the rows make now replace those that they made. */
    private static Claims claims(FactType type, Merge merge, Session session) {
        boolean ofDrugs = type.claimsAbout().equals("drug");
        String key = type.name().equals("drug-listing") ? "drug" : "id";
        String subjects =
                "select " + key + " from pg_temp.staged_" + type.shape().table();
        if (ofDrugs) {
            List<DrugEntity> drugs = session.createNativeQuery(
                            "select * from catalog.drug where id in (" + subjects + ") order by id", DrugEntity.class)
                    .getResultList();
            session.doWork(connection -> {
                try (Staging staging = Staging.again(connection, CLAIMS)) {
                    for (DrugEntity drug : drugs) {
                        stageClaims(staging, 0, drug.claimed());
                    }
                    staging.finish();
                }
            });
        }
        return session.doReturningWork(connection -> {
            String about = type.claimsAbout();
            int removed = merge.removeClaims(about, subjects);
            merge.rows(CLAIMS);
            Merge.Count count = merge.count("claim");
            return new Claims(count.added(), count.changed(), removed);
        });
    }

    private static ImportReport report(Order order, Staged staged, Claims claims, Connection connection)
            throws SQLException {
        FactType type = order.type;
        String table = type.shape().table();
        int units = type.isList()
                ? Sql.number(
                        connection, "select count(distinct " + type.shape().key() + ") from pg_temp.staged_" + table)
                : staged.rows;
        Merge.Count count = Merge.count(connection, table);
        boolean changes = count.added() + count.changed() > 0
                || claims != null && claims.added() + claims.changed() + claims.removed() > 0;
        if (changes) {
            log(connection, type, staged, count);
        }
        int unchanged = units - count.added() - count.changed();
        return new ImportReport(
                type.name(), staged.file, staged.rows, count.added(), count.changed(), unchanged, claims, order.dryRun);
    }

    private static void log(Connection connection, FactType type, Staged staged, Merge.Count count)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into catalog.fact_import (type, file_sha256, lines, added, changed) values (?, ?, ?, ?, ?)")) {
            statement.setString(1, type.name());
            statement.setString(2, staged.file);
            statement.setInt(3, staged.rows);
            statement.setInt(4, count.added());
            statement.setInt(5, count.changed());
            statement.executeUpdate();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Rolls a dry run back, and carries out what it found. */
    private static final class NothingWritten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ImportReport report;

        NothingWritten(ImportReport report) {
            super("dry run", null, false, false);
            this.report = report;
        }
    }

    /** The connection broke between the commit and its answer. */
    static final class CommitUnknown extends SQLException {
        private static final long serialVersionUID = 1L;

        CommitUnknown(RuntimeException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
