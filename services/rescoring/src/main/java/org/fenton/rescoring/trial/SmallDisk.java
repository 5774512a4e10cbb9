package org.fenton.rescoring.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The job on a file system that is too small for its result, then read-only, then large enough: a tmpfs in a mount namespace
 * that only these processes see, so nothing of the machine is filled.
 *
 * @param runs whose cohort is ranked
 * @param clean the output folder of an undisturbed run, which says how much room a result takes
 * @param output what that run printed of it
 */
public record SmallDisk(KilledRuns runs, Path clean, String output) {
    private static final String ENDED = "ended with ";
    private static final String SCRIPT = """
            mount -t tmpfs -o size=%1$dk,mode=0700 tmpfs '%2$s' || exit 9
            "$@"; echo "%3$s$?"
            mount -o remount,ro '%2$s' && "$@"; echo "%3$s$?"
            mount -o remount,rw,size=%4$dk '%2$s' && "$@"; echo "%3$s$?"
            """;

    /** Whether this machine lets a process mount a file system of its own. */
    public static boolean isPermitted() throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-m", "sh", "-c", "mount -t tmpfs tmpfs /mnt")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noUnshare) {
            return false;
        }
    }

    /** True when the job said each time what is wrong, and ended with the undisturbed result without working twice. */
    public boolean run() throws IOException, InterruptedException {
        long kilobytes = size(clean) / 1024;
        Path disk = Files.createDirectories(runs.folder().resolve("small-disk"));
        Path counted = runs.folder().resolve("small-disk.count");
        Path log = runs.folder().resolve("small-disk.log");
        String script = SCRIPT.formatted(Math.max(64, kilobytes / 2), disk, ENDED, 8 * kilobytes + 65_536);
        List<String> arguments =
                runs.arguments().of(runs.cohort(), disk.resolve("out"), "--master=local[2]", "--count-file=" + counted);
        try (JobProcess job = JobProcess.start(log, List.of("unshare", "-m", "sh", "-c", script, "sh"), arguments)) {
            job.exitCode();
        }
        List<List<String>> said = said(Files.readAllLines(log));
        boolean right = said.size() == 3;
        right = tell("a disk that is too small", said, 0, "1", "No space left on device") && right;
        right = tell("a read-only disk", said, 1, "1", "Read-only file system") && right;
        right = tell("a disk with room", said, 2, "0", "result in") && right;
        long made = Files.exists(counted) ? Files.size(counted) : 0;
        boolean once = made >= runs.cases() && made <= runs.cases() + 2;
        boolean same = KilledRuns.output(Files.readAllLines(log)).equals(output);
        PrintWriter out = runs.out();
        out.printf(
                "%d rankings made for %d cases, %s; output %s%n",
                made, runs.cases(), once ? "as it must be" : "WRONG", same ? "as undisturbed" : "WRONG");
        out.flush();
        return right && once && same;
    }

    private boolean tell(String disk, List<List<String>> said, int run, String code, String text) {
        List<String> lines = run < said.size() ? said.get(run) : List.of("nothing");
        String end = lines.get(lines.size() - 1);
        String last = lines.size() < 2 ? "" : lines.get(lines.size() - 2);
        boolean right = end.equals(ENDED + code) && last.contains(text);
        runs.out().println(disk + ": " + end + ", " + (right ? "as it must be" : "WRONG") + "; " + last);
        return right;
    }

    /** The lines of each run, the last of which is the exit code; Spark's warnings are left out. */
    private static List<List<String>> said(List<String> log) {
        List<List<String>> runs = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String line : log) {
            if (line.startsWith(ENDED)) {
                open.add(line);
                runs.add(open);
                open = new ArrayList<>();
            } else if (!line.contains(" WARN ") && !line.contains(" ERROR ")) {
                open.add(line);
            }
        }
        return runs;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
