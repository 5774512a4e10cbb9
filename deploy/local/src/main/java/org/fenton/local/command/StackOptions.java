package org.fenton.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.stack.Lifetime;
import org.fenton.local.stack.StackPorts;
import org.fenton.local.stack.StackSettings;
import picocli.CommandLine.Option;

/** The options that say what {@code up} starts. */
final class StackOptions {
    @Option(
            names = "--port-gateway",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Default: ${DEFAULT-VALUE}.")
    private int gateway;

    @Option(
            names = "--port-catalog",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Default: ${DEFAULT-VALUE}.")
    private int catalog;

    @Option(
            names = "--port-model",
            paramLabel = "PORT",
            defaultValue = "8082",
            description = "Default: ${DEFAULT-VALUE}.")
    private int model;

    @Option(
            names = "--bundle",
            paramLabel = "FOLDER",
            description = "Model bundle to serve. Default: FENTON_BUNDLE, else bundles/zip-1 of the clone.")
    private Path bundle;

    @Option(
            names = "--pack",
            paramLabel = "FOLDER",
            description =
                    "A class pack (docs/class-packs.md): its tables are added to the seeds, its policy.json is used.")
    private Path pack;

    StackSettings settings(FentonHome home, Lifetime lifetime) {
        Path served = bundle == null ? home.bundle() : bundle.toAbsolutePath().normalize();
        return new StackSettings(home, new StackPorts(gateway, catalog, model), served, lifetime).with(pack());
    }

    private Optional<Path> pack() {
        if (pack != null && !Files.isDirectory(pack)) {
            throw LauncherFailure.input("no class pack " + pack + ": see docs/class-packs.md");
        }
        return Optional.ofNullable(pack).map(folder -> folder.toAbsolutePath().normalize());
    }
}
