package org.fenton.rescoring.trial;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.fenton.rescoring.RescoreCommand;

/**
 * What is wrong with files and rows, each given to the job in this process: how it ends, and what it says last.
 *
 * @param cohort NDJSON whose first lines are right
 */
public record BadInputs(Path folder, Path cohort, KilledRuns.Arguments arguments, PrintWriter out) {
    private static final int MEGABYTE = 1 << 20;
    private static final int LONG_LINE = 300;
    private static final String MATRIX = "gene\tS2\nTP53\t1\n";

    /** How a run ended. */
    private record Ended(int code, String said) {}

    /** True when every row ended as it must. */
    public boolean run() throws IOException {
        List<String> lines = Files.readAllLines(cohort).subList(0, 3);
        out.println("what is wrong                  ended  as it must be, and what was said last");
        boolean right = told("a gzip stream cut off", 2, "cut.ndjson.gz", job(cut(lines)));
        String sample = "sample\toncotree\nS2\tLUAD\n";
        right &=
                told("one file of another shape", 2, "cells, the header has 2", with("gene\tS2\nTP53\t1\t2\n", sample));
        right &= told("a column missing", 2, "column 'sample' is missing", with(MATRIX, "oncotree\nLUAD\n"));
        right &= told("a column unknown", 2, "column 'name' is not known", with(MATRIX, "name\toncotree\nS2\tLUAD\n"));
        right &= told("a sample twice", 3, "done 3, skipped 0, failed 2 of 5", with(MATRIX, sample + "S2\tSKCM\n"));
        right &= told("a line of 300 MB", 3, "done 2, skipped 0, failed 1 of 3", job(longLine(lines)));
        right &= told("more bad rows than allowed", 4, "nothing was committed", hopeless(lines));
        right &= mended(lines);
        right &= told("no catalog for the scores", 5, "0 of 3 rankings were written", unwritten(lines));
        out.flush();
        return right;
    }

    private boolean told(String what, int code, String words, Ended ended) {
        boolean right = ended.code() == code && ended.said().contains(words);
        out.printf(Locale.ROOT, "%-30s %5d  %s; %s%n", what, ended.code(), right ? "yes" : "NO, WRONG", ended.said());
        return right;
    }

    private Path cut(List<String> lines) throws IOException {
        Path whole = folder.resolve("whole.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(whole))) {
            gzip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(whole);
        return Files.write(folder.resolve("cut.ndjson.gz"), Arrays.copyOf(bytes, bytes.length - 9));
    }

    /** The three right cases, and a matrix with its sheet beside them. */
    private Ended with(String matrix, String sheet) throws IOException {
        Path genes = Files.writeString(folder.resolve("genes.tsv"), matrix);
        Path samples = Files.writeString(folder.resolve("samples.tsv"), sheet);
        Path right = Files.write(
                folder.resolve("right.ndjson"), Files.readAllLines(cohort).subList(0, 3));
        return job(right, "--cohort=" + genes, "--samples=" + samples);
    }

    private Path longLine(List<String> lines) throws IOException {
        Path file = folder.resolve("long.ndjson");
        byte[] megabyte = "x".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream stream = Files.newOutputStream(file)) {
            stream.write((lines.get(0) + "\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < LONG_LINE; i++) {
                stream.write(megabyte);
            }
            stream.write(("\n" + lines.get(1) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private Ended hopeless(List<String> lines) throws IOException {
        List<String> bad = new ArrayList<>(lines);
        for (int i = 0; i < 5; i++) {
            bad.add("{\"format\":\"none\"}");
        }
        return job(Files.write(folder.resolve("hopeless.ndjson"), bad), "--max-failed=2");
    }

    /** A row that was set aside is mended and sent alone; the others stay in the result and are not ranked again. */
    private boolean mended(List<String> lines) throws IOException {
        List<String> poisoned = new ArrayList<>(lines);
        poisoned.set(1, lines.get(1).replaceFirst("\"format\":\"[^\"]*\"", "\"format\":\"none\""));
        Path result = folder.resolve("mended");
        boolean right = told(
                "a poisoned row",
                3,
                "done 2, skipped 0, failed 1 of 3",
                job(result, Files.write(folder.resolve("poisoned.ndjson"), poisoned)));
        Path mended = Files.write(folder.resolve("mended.ndjson"), lines.subList(1, 2));
        Ended again = job(result, mended, "--keep");
        return told("the same row mended, alone", 0, "done 1, skipped 0, failed 0 of 1", again) && right;
    }

    private Ended unwritten(List<String> lines) throws IOException {
        // port 1 of this machine: nobody listens there
        return job(
                Files.write(folder.resolve("right.ndjson"), lines),
                "--write-scores=http://127.0.0.1:1",
                "--patience=1");
    }

    /** With an output folder of its own. */
    private Ended job(Path input, String... more) throws IOException {
        return job(Files.createTempDirectory(folder, "out"), input, more);
    }

    private Ended job(Path output, Path input, String... more) {
        List<String> given = new ArrayList<>(List.of(more));
        given.add("--master=local[1]");
        StringWriter said = new StringWriter();
        StringWriter errors = new StringWriter();
        int code = RescoreCommand.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(errors))
                .execute(arguments
                        .of(input, output, given.toArray(String[]::new))
                        .toArray(String[]::new));
        String all = errors.toString().isBlank() ? said.toString() : errors.toString();
        return new Ended(code, all.strip().lines().reduce((first, last) -> last).orElse("nothing"));
    }
}
