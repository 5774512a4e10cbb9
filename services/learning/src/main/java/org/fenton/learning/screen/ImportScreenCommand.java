package org.fenton.learning.screen;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.fenton.core.synergy.CombinationAssessment;
import org.fenton.core.synergy.DoseResponseMatrix;
import org.fenton.core.synergy.ResponseScale;
import org.fenton.learning.files.TextFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores a user's own combination screen by the reference models; needs no server and no bundle. */
@Command(
        name = "import-screen",
        mixinStandardHelpOptions = true,
        description = "Scores a combination screen by HSA, Bliss, Loewe and ZIP.",
        footer = {
            "",
            "Columns: drug_a, dose_a, drug_b, dose_b, line, replicate, response; also unit (uM or nM).",
            "Two columns named dose belong to drug_a and drug_b in this order. Without replicate each row is one well.",
            "A dose of 0 is none: each pair needs each drug alone. A row that leaves one drug empty is the other alone,",
            "for every pair of it in that line. Empty or NA as response: not measured. Lines from # on are comments.",
            "One line out a pair and line; positive scores are synergy, in percentage points of inhibition.",
            "Implausible input is refused: one line, exit code 2, nothing written. Research use only."
        })
public final class ImportScreenCommand implements Callable<Integer> {
    private static final int BAD_INPUT = 2;
    private static final long SEED = 1;
    private static final int PROGRESS_EVERY = 100;

    @Parameters(index = "0", paramLabel = "FILE", description = "The screen in long format; TSV or CSV, also gzipped.")
    private Path file = Path.of("");

    @Option(
            names = "--response",
            required = true,
            paramLabel = "SCALE",
            description = "What the responses are, in percent: inhibition or viability. Never guessed.")
    private String response = "";

    @Option(names = "--unit", paramLabel = "UNIT", description = "What the doses are in: uM (default) or nM.")
    private @Nullable String unit;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the table there instead of standard output.")
    private @Nullable Path out;

    @Option(
            names = "--cells",
            paramLabel = "FILE",
            description = "Write observed, expected and excess inhibition of each pair of doses and model there.")
    private @Nullable Path cells;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter error = Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter output = spec.commandLine().getOut();
        try {
            checkTargets();
            ScreenReport report = report(error);
            if (cells != null) {
                TextFiles.write(cells, report.cellsTsv());
            }
            if (out == null) {
                output.print(report.tsv());
                report.summary().forEach(error::println);
            } else {
                TextFiles.write(out, report.tsv());
                report.summary().forEach(output::println);
                output.println("written: " + out);
            }
            return 0;
        } catch (EOFException | ZipException damaged) {
            error.println("fenton import-screen: " + file + ": is damaged or cut off (" + damaged.getMessage() + ")");
            return BAD_INPUT;
        } catch (IllegalArgumentException | IOException problem) {
            error.println("fenton import-screen: " + problem.getMessage());
            return BAD_INPUT;
        } finally {
            output.flush();
            error.flush();
        }
    }

    /** Two files of one run, none of them the input. */
    private void checkTargets() {
        List<Path> targets = Stream.of(out, cells).filter(Objects::nonNull).toList();
        for (Path target : targets) {
            TextFiles.folderOf(target);
            if (target.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
                throw new IllegalArgumentException(target + ": is the screen itself; write to another file");
            }
        }
        if (targets.size() == 2
                && targets.get(0)
                        .toAbsolutePath()
                        .normalize()
                        .equals(targets.get(1).toAbsolutePath().normalize())) {
            throw new IllegalArgumentException(out + ": --out and --cells name the same file");
        }
    }

    private ScreenReport report(PrintWriter error) throws IOException {
        ResponseScale scale = ResponseScale.parse(response);
        Optional<DoseUnit> asked = Optional.ofNullable(unit).map(DoseUnit::parse);
        ScreenFile screen;
        try (BufferedReader text = TextFiles.open(file)) {
            screen = new ScreenReader(file.toString(), scale, asked).read(text);
        }
        Plausibility plausibility = new Plausibility(screen);
        plausibility.checkScale();
        ScreenBlocks sorter = new ScreenBlocks(screen);
        List<ScreenBlock> blocks = sorter.sorted();
        List<DoseResponseMatrix> matrices =
                blocks.stream().map(plausibility::checked).toList();
        plausibility.checkDirection(blocks);
        AtomicInteger done = new AtomicInteger();
        List<ScoredBlock> scored = IntStream.range(0, blocks.size())
                .parallel()
                .mapToObj(i -> {
                    // Each pair has the same seed, so its numbers do not depend on what else is in the file.
                    CombinationAssessment assessment = CombinationAssessment.of(matrices.get(i), SEED);
                    int count = done.incrementAndGet();
                    if (count % PROGRESS_EVERY == 0) {
                        error.println(count + " of " + blocks.size() + " pairs scored");
                        error.flush();
                    }
                    return new ScoredBlock(blocks.get(i), matrices.get(i), assessment);
                })
                .toList();
        return new ScreenReport(screen, scored, sorter.repeated());
    }
}
