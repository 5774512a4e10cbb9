package org.fenton.local.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.stack.DataLock;
import org.fenton.local.stack.StackState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Puts back what `fenton backup` wrote, after every file of it was found to be what was backed up.",
            "The stack must be down. Afterwards: `fenton up`, then compare the head of /v1/decisions/verification."
        },
        footer = "Exit code 2: the file is damaged or no backup, or there are data and no --replace; nothing is changed"
                + " then.")
public final class RestoreCommand implements Callable<Integer> {
    private final FentonHome home;

    @Parameters(paramLabel = "FILE", description = "What `fenton backup` wrote.")
    private Path file;

    @Option(
            names = "--replace",
            description = "Delete the database that is there; without it a restore needs an empty place.")
    private boolean replace;

    @Option(names = "--check", description = "Only read the file and say whether it is whole.")
    private boolean check;

    public RestoreCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw LauncherFailure.input("no file " + file);
        }
        if (check) {
            JsonNode contents = Archive.verified(file);
            System.out.println(file + ": whole, " + words(contents));
            return 0;
        }
        if (StackState.running(home.stateFile()).isPresent()) {
            throw LauncherFailure.stack("the stack is running: `fenton down` first");
        }
        try (DataLock lock = DataLock.take(home.data())) {
            restore();
        }
        return 0;
    }

    private void restore() throws IOException {
        if (Files.exists(home.postgresData()) && !replace) {
            throw LauncherFailure.input("there is a database in " + home.postgresData() + ": --replace deletes it");
        }
        long begin = System.nanoTime();
        Path fresh = home.data().resolve("restoring");
        deleteTree(fresh);
        try {
            JsonNode contents = Archive.unpacked(file, fresh);
            Path database = fresh.resolve("pg");
            for (String folder : List.of(
                    "pg_commit_ts",
                    "pg_dynshmem",
                    "pg_logical/mappings",
                    "pg_logical/snapshots",
                    "pg_notify",
                    "pg_replslot",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat",
                    "pg_stat_tmp",
                    "pg_subtrans",
                    "pg_tblspc",
                    "pg_twophase",
                    "pg_wal/archive_status",
                    "pg_wal/summaries")) {
                Files.createDirectories(database.resolve(folder));
            }
            onlyForOwner(database);
            deleteTree(home.postgresData());
            Files.move(database, home.postgresData());
            Path journal = fresh.resolve("model/promotions.jsonl");
            if (Files.exists(journal)) {
                Path target = home.data().resolve("model/promotions.jsonl");
                Files.createDirectories(target.getParent());
                Files.move(journal, target, StandardCopyOption.REPLACE_EXISTING);
            }
            System.out.printf(
                    Locale.ROOT, "Restored in %.1f s: %s%n", (System.nanoTime() - begin) / 1e9, words(contents));
        } finally {
            deleteTree(fresh);
        }
    }

    private static String words(JsonNode contents) {
        String head = contents.has("head")
                ? "the chain of decisions ended in " + contents.path("head").asText()
                : "the head of the chain is not in it, since the stack was down";
        return contents.path("sha256").size() + " files made "
                + contents.path("made").asText() + "; " + head;
    }

    /** PostgreSQL starts on no folder that others may read. */
    private static void onlyForOwner(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.toList()) {
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
            }
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
