package org.fenton.local.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenton.local.home.FentonHome;

/** A running PostgreSQL that can be killed and started again on the same data and port, as a supervisor would. */
final class PostgresServer {
    private final FentonHome home;
    private final int port;
    private final List<String> command;
    private ProcessHandle process;

    PostgresServer(FentonHome home, Member running) {
        this.home = home;
        this.port = running.port();
        this.process = running.process().orElseThrow();
        this.command = Crash.commandOf(process);
    }

    ProcessHandle process() {
        return process;
    }

    Member member() {
        return Member.of(Postgres.NAME, process, port, home.logs().resolve("postgres.log"));
    }

    /** SIGKILL; its children notice and end by themselves. */
    void kill() {
        List<ProcessHandle> children = process.children().toList();
        Crash.kill(process);
        children.forEach(Crash::awaitEnd);
        forget(process.pid());
    }

    /** SIGINT: a fast shutdown. */
    void shutDown() {
        Crash.signal(process, "INT");
        Crash.awaitEnd(process);
        forget(process.pid());
    }

    /**
     * A killed process that nobody has collected still has its number, and a server that finds that number in its lock
     * file does not start. Where it stays uncollected, as it can in a container, the lock file is removed: its owner is dead.
     */
    private void forget(long pid) {
        Path entry = Path.of("/proc", Long.toString(pid));
        for (int look = 0; look < 20 && Files.exists(entry); look++) {
            ReadinessWatch.pause();
        }
        if (Files.exists(entry)) {
            try {
                Files.deleteIfExists(home.postgresData().resolve("postmaster.pid"));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete the lock file of a dead server", e);
            }
        }
    }

    /** Returns at once; the server recovers by itself. */
    Member startAgain() {
        return startAgain(List.of());
    }

    /** The same inside of another command. */
    Member startAgain(List<String> inside) {
        try {
            List<String> line = new ArrayList<>(inside);
            if ("root".equals(System.getProperty("user.name"))) {
                line.addAll(List.of("unshare", "-U"));
            }
            line.addAll(command);
            process = new ProcessBuilder(line)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.logs().resolve("postgres.log").toFile()))
                    .start()
                    .toHandle();
            return member();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL again", e);
        }
    }
}
