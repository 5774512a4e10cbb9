package org.fenton.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where things lie: the clone (jars, bundles, examples) and the data folder the launcher writes to. The shell script
 * names both; a test gives a data folder of its own.
 */
public record FentonHome(Path root, Path data) {
    private static final String VERSION = "0.1.0";

    /** The clone named by the system property {@code fenton.home}, with its data in {@code .local} unless FENTON_DATA says otherwise. */
    public static FentonHome fromSystem() {
        String root = System.getProperty("fenton.home");
        if (root == null) {
            throw LauncherFailure.stack("fenton.home is not set: start the launcher through deploy/local/fenton");
        }
        Path home = Path.of(root).toAbsolutePath().normalize();
        String data = System.getenv("FENTON_DATA");
        return new FentonHome(
                home, data == null ? home.resolve(".local") : Path.of(data).toAbsolutePath());
    }

    public Path quarkusJar(String service) {
        return built(root.resolve("services").resolve(service).resolve("target/quarkus-app/quarkus-run.jar"));
    }

    /** The class path of a command-line module: its jar, then the libraries copied beside it. */
    public String commandLineClassPath(String module) {
        Path target = root.resolve("services").resolve(module).resolve("target");
        Path jar = built(target.resolve("fenton-" + module + "-" + VERSION + ".jar"));
        Path libraries = built(target.resolve("lib"));
        return jar + System.getProperty("path.separator") + libraries + "/*";
    }

    private static Path built(Path artifact) {
        if (!Files.exists(artifact)) {
            throw LauncherFailure.stack(artifact + " is not built: run ./mvnw -B -DskipTests package");
        }
        return artifact;
    }

    /** The bundle FENTON_BUNDLE names, else the one the project ships. */
    public Path bundle() {
        return named("FENTON_BUNDLE").orElse(root.resolve("bundles/zip-1"));
    }

    /** The folder of output folders of {@code fenton rescore} that FENTON_GATEWAY_RUNS names, else {@code runs} of the clone. */
    public Path runs() {
        return named("FENTON_GATEWAY_RUNS").orElse(root.resolve("runs"));
    }

    private static Optional<Path> named(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .map(named -> Path.of(named).toAbsolutePath().normalize());
    }

    /** The bundle of heads for cell lines that FENTON_HEADS names, else the one the project ships. */
    public Path heads() {
        return named("FENTON_HEADS").orElse(root.resolve("heads/lines-5"));
    }

    public Path examples() {
        return root.resolve("deploy/local/examples");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    public Path postgresData() {
        return data.resolve("pg");
    }

    public Path stateFile() {
        return data.resolve("stack.json");
    }

    public void deleteState() {
        try {
            Files.deleteIfExists(stateFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + stateFile(), e);
        }
    }

    /** Deletes what a stack keeps between runs; build logs and the lock stay. */
    public void deleteData() {
        for (Path kept : List.of(postgresData(), logs(), stateFile())) {
            deleteTree(kept);
        }
    }

    /** Deletes the whole data folder, for those who made it for one run. */
    public void deleteEverything() {
        deleteTree(data);
    }

    /** The same after a run that went wrong: the logs stay, and where they lie is said. */
    public void deleteAllButLogs() {
        for (Path kept : List.of(postgresData(), stateFile())) {
            deleteTree(kept);
        }
        if (Files.isDirectory(logs())) {
            System.err.println("The logs are kept in " + logs());
        }
    }

    private static void deleteTree(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + tree, e);
        }
    }
}
