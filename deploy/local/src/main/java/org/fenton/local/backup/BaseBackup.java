package org.fenton.local.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fenton.local.home.LauncherFailure;

/**
 * Copies PostgreSQL's data folder, of a server that runs too: between pg_backup_start and pg_backup_stop, with the log
 * that makes the copy whole when a server starts on it. The embedded binaries bring no pg_dump and no pg_basebackup; this
 * does what the latter does.
 */
final class BaseBackup {
    /** Of the running server alone, and made again by the next one. */
    private static final Set<String> NOT_COPIED = Set.of(
            "postmaster.pid", "postmaster.opts", "epg-lock", "pg_internal.init", "backup_label", "tablespace_map");

    private static final List<String> EMPTIED = List.of(
            "pg_dynshmem", "pg_notify", "pg_replslot", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");
    private static final String SEGMENT = "[0-9A-F]{24}";

    private final Path data;
    private final Archive.Writer archive;

    BaseBackup(Path data, Archive.Writer archive) {
        this.data = data;
        this.archive = archive;
    }

    /** Nothing runs on the folder: all of it, log included. */
    void ofStopped() throws IOException {
        copy(path -> true);
    }

    /** Whatever is committed before this is called is in the backup. */
    void ofRunning(String jdbcUrl) throws IOException {
        try (Connection server = DriverManager.getConnection(jdbcUrl);
                Statement statement = server.createStatement()) {
            String first = one(statement, "select pg_walfile_name(pg_backup_start('fenton backup', true))");
            copy(path -> !path.startsWith("pg_wal"));
            String last;
            try (ResultSet stop =
                    statement.executeQuery("select pg_walfile_name(lsn), labelfile from pg_backup_stop(false)")) {
                stop.next();
                last = stop.getString(1);
                archive.add(
                        "pg/backup_label",
                        new ByteArrayInputStream(stop.getString(2).getBytes(StandardCharsets.UTF_8)));
            }
            log(first, last);
        } catch (SQLException refused) {
            throw LauncherFailure.stack("PostgreSQL lets nobody back it up: " + refused.getMessage());
        }
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private interface Wanted {
        boolean is(Path relative);
    }

    private void copy(Wanted wanted) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted().toList()) {
                Path relative = data.relativize(file);
                boolean emptied = EMPTIED.contains(relative.getName(0).toString());
                if (Files.isRegularFile(file)
                        && !emptied
                        && !NOT_COPIED.contains(file.getFileName().toString())
                        && wanted.is(relative)) {
                    add(file, relative);
                }
            }
        }
    }

    private void add(Path file, Path relative) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            archive.add("pg/" + relative, bytes);
        } catch (NoSuchFileException droppedMeanwhile) {
            // a table that went away during the copy goes away again when the log is read
        }
    }

    /** The log from the start of the copy to its end, without a gap. */
    private void log(String first, String last) throws IOException {
        List<Path> segments;
        try (Stream<Path> files = Files.list(data.resolve("pg_wal"))) {
            segments = files.filter(file -> file.getFileName().toString().matches(SEGMENT))
                    .filter(file -> file.getFileName().toString().compareTo(first) >= 0)
                    .filter(file -> file.getFileName().toString().compareTo(last) <= 0)
                    .sorted()
                    .toList();
        }
        if (segments.isEmpty()
                || !segments.get(0).endsWith(first)
                || !segments.get(segments.size() - 1).endsWith(last)) {
            throw LauncherFailure.stack("the server wrote so much that its log from " + first + " to " + last
                    + " is no longer whole: back up again when it is quieter");
        }
        for (Path segment : segments) {
            add(segment, data.relativize(segment));
        }
    }
}
