package org.fenton.rescoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.fenton.learning.bundle.BundleException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ranks every case of a cohort file. */
@Command(
        name = "fenton rescore",
        mixinStandardHelpOptions = true,
        description = "Ranks every case of a cohort (one case document a line) with Spark; same bytes as the gateway."
                + " Research use only.")
public final class RescoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--cohort", required = true, paramLabel = "FILE", description = "NDJSON, one case a line.")
    private Path cohort;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A folder that does not exist yet.")
    private Path out;

    @Option(
            names = "--release",
            required = true,
            paramLabel = "FILE|URL",
            description = "A release's lines: a file, or the catalog's /v1/releases/{id}/lines.")
    private String release;

    @Option(names = "--bundle", required = true, paramLabel = "DIR", description = "Model bundle.")
    private Path bundle;

    @Option(names = "--master", defaultValue = "local[*]", description = "Spark master (${DEFAULT-VALUE}).")
    private String master;

    @Option(names = "--top", defaultValue = "20", description = "Candidates of each list (${DEFAULT-VALUE}).")
    private int top;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Errors that name what is wrong with the input end in one line and exit code 2. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new RescoreCommand());
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            boolean input = problem instanceof IOException
                    || problem instanceof IllegalArgumentException
                    || problem instanceof BundleException;
            command.getErr().println("fenton rescore: " + (input ? problem.getMessage() : problem));
            return input ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }

    @Override
    public Integer call() throws IOException, BundleException, InterruptedException {
        if (!Files.isReadable(cohort)) {
            throw new IOException("cannot read the cohort " + cohort);
        }
        if (Files.exists(out)) {
            throw new IOException(out + " exists already; choose a new folder, nothing was overwritten");
        }
        Path lines = releaseFile();
        CaseScorer.load(lines.toString(), bundle.toString());
        SparkSession spark = SparkSession.builder()
                .appName("fenton-rescore")
                .master(master)
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate();
        try {
            JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
            CohortRun.Summary summary =
                    new CohortRun(lines.toString(), bundle.toString(), top).run(context, cohort, out);
            PrintWriter print = spec.commandLine().getOut();
            print.println("done " + summary.done() + ", failed " + summary.failed() + " of " + summary.cases()
                    + " cases; rankings in " + out);
            print.println(summary.json());
            print.flush();
            return summary.failed() == 0 ? 0 : 1;
        } finally {
            spark.stop();
        }
    }

    /** A release given as an address is fetched once, so that every task reads the same bytes. */
    private Path releaseFile() throws IOException, InterruptedException {
        if (!release.startsWith("http://") && !release.startsWith("https://")) {
            return Path.of(release).toAbsolutePath();
        }
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(release)).build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException(release + " answered " + answer.statusCode());
        }
        Path file = Files.createTempFile("fenton-release", ".ndjson");
        file.toFile().deleteOnExit();
        try (InputStream body = answer.body()) {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
