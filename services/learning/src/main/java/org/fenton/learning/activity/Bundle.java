package org.fenton.learning.activity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fenton.core.pathway.ExpressionMatrix;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.NetworkReader;
import org.fenton.learning.files.TextFiles;
import org.fenton.learning.reference.GeneReference;

/** The parts of a model bundle that activities need: networks and the reference cohort. */
final class Bundle {
    /** The names that {@code --network} knows without a file. */
    static final List<String> NETWORKS = List.of("collectri", "progeny");

    private final Optional<Path> directory;

    private Bundle(Optional<Path> directory) {
        this.directory = directory;
    }

    /**
     * The directory given, which must exist; else the one that the system property {@code fenton.bundle} or the
     * environment's FENTON_BUNDLE names, which is looked into only when a part of it is needed.
     */
    static Bundle locate(Optional<Path> given) {
        given.filter(path -> !Files.isDirectory(path)).ifPresent(path -> {
            throw new IllegalArgumentException(path + ": no such bundle directory");
        });
        return new Bundle(given.or(() -> Stream.of(System.getProperty("fenton.bundle"), System.getenv("FENTON_BUNDLE"))
                .filter(path -> path != null && !path.isBlank())
                .map(Path::of)
                .findFirst()));
    }

    Network network(String name) throws IOException {
        Path file = file("networks/" + name + ".tsv", "network " + name, "--network FILE");
        try (Reader text = TextFiles.open(file)) {
            return NetworkReader.read(name, text);
        }
    }

    /**
     * A log2 matrix in standard deviations above the reference panel's means, of the genes the panel knows.
     *
     * @throws IllegalArgumentException when there is no bundle, or the panel knows none of the genes
     */
    ExpressionMatrix standardised(ExpressionMatrix matrix) throws IOException {
        GeneReference reference = reference();
        List<ExpressionProfile> profiles = IntStream.range(
                        0, matrix.conditions().size())
                .mapToObj(condition -> reference.standardise(matrix.profile(condition)))
                .toList();
        double[][] values =
                profiles.stream().map(profile -> profile.matrix().values(0)).toArray(double[][]::new);
        ExpressionProfile first = profiles.get(0);
        return new ExpressionMatrix(first.scale(), first.genes(), matrix.conditions(), values);
    }

    private GeneReference reference() throws IOException {
        Path file = file("reference/genes.tsv", "the reference panel of log2 profiles", "--raw to do without");
        try (BufferedReader text = TextFiles.open(file)) {
            return GeneReference.fromTsv(text.lines().collect(Collectors.joining("\n")));
        }
    }

    private Path file(String path, String what, String otherwise) {
        Path bundle = directory.orElseThrow(() -> new IllegalArgumentException(
                what + " is part of a model bundle, and none is given; use --bundle DIR, or " + otherwise));
        return Stream.of(path, path + ".gz")
                .map(bundle::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        bundle + ": the bundle has no " + path + "; use a complete bundle, or " + otherwise));
    }
}
