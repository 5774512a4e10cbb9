package org.fenton.learning.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.fenton.core.pathway.Scale;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.files.TextFiles;
import org.fenton.learning.heads.HeadKind;
import org.fenton.learning.heads.HeadsBundle;
import org.fenton.learning.names.LineNames;
import org.fenton.learning.pairs.AskedLines;
import org.fenton.learning.pairs.PairHeads;
import org.fenton.learning.pairs.PairsReader;
import org.fenton.learning.pairs.PairsRun;
import org.fenton.learning.pairs.ProfileLevels;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Predicts a user's own pairs of drugs in cell lines; needs no server. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = "Predicts benefit and synergy of pairs of drugs in cell lines.",
        footer = {
            "",
            "Pairs: tab-separated, header drug_a drug_b cell_line; other columns are ignored. Drugs by name, synonym,",
            "identifier (InChIKey, CHEMBL, DrugBank, CID:, BRD-) or SMILES; cell lines by any usual name or DepMap id.",
            "One row out per row in, in order: drug_a drug_b cell_line p_benefit p_synergy expected_score lower upper",
            "distance abstained reason. lower, upper, distance and expected_score belong to p_synergy.",
            "abstained is true where nothing can be computed (no numbers) and where the row is too far from the",
            "training data (numbers, for what they are). reason also says which drug or line was not in training.",
            "Bad input is refused: one line, exit code 2, nothing written. Research use only."
        })
public final class PredictCommand implements Callable<Integer> {
    private static final int BAD_INPUT = 2;

    @Option(names = "--pairs", required = true, paramLabel = "FILE", description = "The pairs; also gzipped.")
    private Path pairs = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Write the answers there.")
    private Path out = Path.of("");

    @Option(
            names = "--bundle",
            paramLabel = "DIR",
            description = "Bundle of heads; the shipped one (FENTON_HEADS) unless given.")
    private @Nullable Path bundle;

    @Option(
            names = "--reference",
            paramLabel = "DIR",
            description = "Bundle whose networks and reference panel read --profiles; the shipped one (FENTON_BUNDLE).")
    private @Nullable Path reference;

    @Option(
            names = "--profiles",
            paramLabel = "FILE",
            description = "Expression of lines the bundle does not know, genes in rows, a column a line.")
    private @Nullable Path profiles;

    @Option(
            names = "--scale",
            defaultValue = "log2",
            paramLabel = "SCALE",
            description = "What the values of --profiles are: log2 (default) or zscore.")
    private String scale = "log2";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter error = Objects.requireNonNull(spec).commandLine().getErr();
        try {
            checkFiles();
            HeadsBundle heads = HeadsBundle.load(headsDirectory());
            PairsRun run = new PairsRun(heads(heads, error), heads.drugs(), lines(heads.lines(), error));
            predict(run, error);
            run.summary().forEach(error::println);
            return 0;
        } catch (EOFException | ZipException damaged) {
            error.println("fenton predict: a gzipped file is damaged or cut off (" + damaged.getMessage() + ")");
            return BAD_INPUT;
        } catch (IllegalArgumentException | IOException | BundleException problem) {
            error.println("fenton predict: " + problem.getMessage());
            return BAD_INPUT;
        } finally {
            error.flush();
        }
    }

    private void checkFiles() throws IOException {
        TextFiles.folderOf(out);
        for (Path in : Stream.of(pairs, profiles).filter(Objects::nonNull).toList()) {
            if (Files.exists(out) && Files.exists(in) && Files.isSameFile(out, in)) {
                throw new IllegalArgumentException(out + ": is read by this call; write to another file");
            }
        }
    }

    private Path headsDirectory() {
        Path directory =
                directory(bundle, "fenton.heads", "FENTON_HEADS", "no bundle of heads is given; use --bundle DIR");
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(directory + ": there is no bundle of heads; use --bundle DIR, or make"
                    + " one with fenton train --heads synergy,benefit");
        }
        return directory;
    }

    private static Path directory(@Nullable Path given, String property, String variable, String otherwise) {
        return Optional.ofNullable(given)
                .or(() -> Stream.of(System.getProperty(property), System.getenv(variable))
                        .filter(path -> path != null && !path.isBlank())
                        .map(Path::of)
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException(otherwise + ", or set " + variable));
    }

    private static PairHeads heads(HeadsBundle bundle, PrintWriter error) {
        PairHeads heads = PairHeads.of(bundle);
        if (heads.benefit().isEmpty()) {
            error.println("the bundle has no head " + HeadKind.BENEFIT.key() + "; p_benefit stays empty");
        }
        return heads;
    }

    private AskedLines lines(LineNames names, PrintWriter error) throws IOException, BundleException {
        if (profiles == null) {
            return new AskedLines(names, List.of());
        }
        ModelBundle panel = ModelBundle.load(directory(
                reference,
                "fenton.bundle",
                "FENTON_BUNDLE",
                "--profiles needs a reference panel; use --reference DIR"));
        AskedLines lines =
                new AskedLines(names, new ProfileLevels(panel, names.levels()).read(profiles, Scale.parse(scale)));
        lines.unused()
                .forEach(name -> error.println(profiles + ": the bundle knows a line by the name " + name
                        + " and uses its own levels; rename the column to use its profile"));
        return lines;
    }

    /** Whole or not at all: the answers appear under their name when the last row is written. */
    private void predict(PairsRun run, PrintWriter error) throws IOException {
        Path draft = Files.createTempFile(TextFiles.folderOf(out), ".fenton-", ".part");
        try {
            try (BufferedReader text = TextFiles.open(pairs);
                    BufferedWriter answers = Files.newBufferedWriter(draft)) {
                PairsReader reader = new PairsReader(pairs.toString(), text);
                if (!reader.ignored().isEmpty()) {
                    error.println("ignored columns: " + String.join(", ", reader.ignored()));
                }
                run.run(reader, answers, progress(error));
            }
            Files.move(draft, out, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Only for people: on a terminal, and nowhere else. */
    private static LongConsumer progress(PrintWriter error) {
        return System.console() == null
                ? rows -> {}
                : rows -> {
                    error.print("\r" + rows + " rows ");
                    error.flush();
                };
    }
}
