package org.fenton.local.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.fenton.local.command.RankClient;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.stack.LocalStack;

/** The same cases through a live gateway and through the Spark job, compared byte by byte. */
public final class Parity {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOP = 20;

    private final LocalStack stack;
    private final Path folder;
    private final PrintWriter out;

    /** Runs {@code fenton rescore}; its exit code. */
    @FunctionalInterface
    public interface Rescoring {
        int run(List<String> arguments) throws IOException, InterruptedException;
    }

    public Parity(LocalStack stack, Path folder, PrintWriter out) {
        this.stack = stack;
        this.folder = folder;
        this.out = out;
    }

    /**
     * @param example the case that the others are made from
     * @param tumours log2 expression of tumours; where there is no such file no case is a whole profile
     * @return how many cases did not get the same bytes
     */
    public int run(int cases, Path example, Path tumours, Rescoring rescoring)
            throws IOException, InterruptedException {
        ParityCases made = new ParityCases(example, tumours);
        Path cohort = folder.resolve("parity.ndjson");
        Map<String, Path> live = new HashMap<>();
        int profiles = 0;
        Path answers = Files.createDirectories(folder.resolve("answers"));
        RankClient gateway = new RankClient(stack.gateway());
        try (OutputStream lines = Files.newOutputStream(cohort)) {
            for (int number = 0; number < cases; number++) {
                byte[] document = made.of(number);
                profiles += made.isProfile(number) ? 1 : 0;
                lines.write(document);
                lines.write('\n');
                byte[] answer = gateway.rank(document, "application/json", OptionalInt.of(TOP));
                // five hundred answers are more than the launcher's memory
                live.put(label(JSON.readTree(answer)), Files.write(answers.resolve(number + ".json"), answer));
            }
        }
        Path result = folder.resolve("parity");
        int code = rescoring.run(List.of(
                "--cohort=" + cohort,
                "--out=" + result,
                "--master=local[2]",
                "--top=" + TOP,
                "--progress=none",
                "--release=" + stack.catalog().resolve("/v1/releases/current/lines")));
        if (code != 0) {
            throw LauncherFailure.stack("the job ended with exit code " + code);
        }
        int equal = equal(result, live);
        out.printf(
                "%d cases (%d with reported activities, %d whole profiles) through the gateway and through the job: %d got the"
                        + " same bytes%n",
                cases, cases - profiles, profiles, equal);
        out.flush();
        return cases - equal;
    }

    private int equal(Path result, Map<String, Path> live) throws IOException {
        int equal = 0;
        for (Path file : parts(result)) {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new ZstdInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    equal += isEqual(line, live) ? 1 : 0;
                }
            }
        }
        return equal;
    }

    private boolean isEqual(String line, Map<String, Path> live) throws IOException {
        String label = label(JSON.readTree(line));
        Path answer = live.remove(label);
        int differs =
                answer == null ? 0 : Arrays.mismatch(Files.readAllBytes(answer), line.getBytes(StandardCharsets.UTF_8));
        if (differs >= 0) {
            out.println(label + ": the job's bytes are others, from byte " + differs);
        }
        return differs < 0;
    }

    private static List<Path> parts(Path result) throws IOException {
        try (Stream<Path> files = Files.list(result.resolve("current"))) {
            return files.filter(file -> file.toString().endsWith(".rankings.ndjson.zst"))
                    .sorted()
                    .toList();
        }
    }

    private static String label(JsonNode ranking) {
        return ranking.path("label").asText();
    }
}
