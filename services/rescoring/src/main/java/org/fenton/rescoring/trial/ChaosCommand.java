package org.fenton.rescoring.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fenton.rescoring.RescoreCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows that neither cutting, nor sharing, nor killing changes a result, and what a kill costs. */
@Command(
        name = "fenton chaos rescore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Ranks one synthetic cohort in 1, 2 and 7 parts, with one and two executor processes, and once more while the"
                    + " driver is killed three times and an executor twice (SIGKILL).",
            "Then once on a disk that is too small, read-only, and large enough; then what is wrong with files and rows, and"
                    + " a catalog that is not there.",
            "Prints how many rankings were made, and the hash of each output. Research use only."
        },
        footer =
                "Exit code 0: one output, nothing lost, no more done again than each kill was at. 1: not. 2: an input is"
                        + " missing.")
public final class ChaosCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--cases", defaultValue = "400", description = "Cases of the cohort (${DEFAULT-VALUE}).")
    private int cases;

    @Mixin
    private TrialOptions options;

    public static void main(String[] args) {
        System.exit(RescoreCommand.commandLine(new ChaosCommand()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (cases < 100) {
            throw new IllegalArgumentException("--cases is at least 100: a kill must meet work");
        }
        PrintWriter out = spec.commandLine().getOut();
        Path scratch = Files.createTempDirectory("fenton-chaos-rescore");
        Path cohort = options.write(SyntheticCohort.Kind.REPORTED, cases, scratch.resolve("cohort.ndjson"));
        KilledRuns killed = new KilledRuns(scratch, cohort, cases, options::arguments, out);
        boolean right = killed.run();
        if (SmallDisk.isPermitted()) {
            Path clean = killed.clean();
            String output = KilledRuns.output(Files.readAllLines(Path.of(clean + ".log")));
            right &= new SmallDisk(killed, clean, output).run();
        } else {
            out.println("a full disk was not tried: this machine lets nobody mount a file system");
        }
        right &= new BadInputs(Files.createDirectory(scratch.resolve("bad")), cohort, options::arguments, out).run();
        out.println("files in " + scratch);
        out.flush();
        return right ? 0 : 1;
    }
}
