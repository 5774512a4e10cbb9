package org.fenton.rescoring.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * One cohort ranked in several ways, each in processes of its own.
 *
 * @param cases how many rows the cohort has, no two alike
 */
public record KilledRuns(Path folder, Path cohort, long cases, Arguments arguments, PrintWriter out) {
    private static final String ONE_PROCESS = "local[2]";
    private static final String TWO_EXECUTORS = "local-cluster[2,1,1024]";
    private static final int TASKS_AT_ONCE = 2;
    private static final String OUTPUT = "output ";

    /** The arguments of a run; what every run needs and those given. */
    @FunctionalInterface
    public interface Arguments {
        List<String> of(Path cohort, Path out, String... more);
    }

    /** Undisturbed in every way, then killed; true when all came to one output and no more was made than the kills explain. */
    public boolean run() throws IOException, InterruptedException {
        header();
        Set<String> outputs = new TreeSet<>();
        outputs.add(undisturbed("one process", "local[1]", 1));
        outputs.add(undisturbed("one process, two tasks", ONE_PROCESS, 2));
        outputs.add(undisturbed("one process, two tasks", ONE_PROCESS, 7));
        outputs.add(undisturbed("one executor process", "local-cluster[1,1,1024]", 7));
        outputs.add(undisturbed("two executor processes", TWO_EXECUTORS, 7));
        boolean one = outputs.size() == 1;
        out.println(outputs.size() + " output(s), " + (one ? "as it must be" : "WRONG"));
        return killed(List.of(25, 50, 75), List.of(80, 90), outputs.iterator().next()) && one;
    }

    /**
     * One job that is started again after each kill of its driver, until it ends.
     *
     * @param expected the output of an undisturbed run
     */
    public boolean killed(List<Integer> drivers, List<Integer> executors, String expected)
            throws IOException, InterruptedException {
        Path counted = folder.resolve("killed.count");
        for (int percent : drivers) {
            killDriver(counted, percent);
        }
        String output = killExecutors(counted, executors);
        long made = Files.size(counted);
        long most = cases + (long) drivers.size() * TASKS_AT_ONCE + executors.size();
        boolean once = made >= cases && made <= most;
        boolean same = output.equals(expected);
        out.printf(
                Locale.ROOT,
                "%d rankings made under %d kills, %d in a clean pass: %.2f %% done again; at most %d were under way, %s%n",
                made,
                drivers.size() + executors.size(),
                cases,
                100.0 * (made - cases) / cases,
                most - cases,
                once ? "as it must be" : "WRONG");
        out.println("the output is " + (same ? "that of an undisturbed run, as it must be" : "ANOTHER: WRONG"));
        out.flush();
        return once && same;
    }

    private void header() {
        out.println("run                            parts  ended           rankings made  output");
    }

    private String undisturbed(String name, String master, int parts) throws IOException, InterruptedException {
        String id = id(master, parts);
        Path counted = folder.resolve(id + ".count");
        try (JobProcess job = start(id, master, parts, counted)) {
            requireSuccess(job);
        }
        String output = output(id);
        row(name, parts, "by itself", counted, output);
        return output;
    }

    private void killDriver(Path counted, int percent) throws IOException, InterruptedException {
        try (JobProcess job = start("killed", ONE_PROCESS, 7, counted)) {
            requireUnderWay(job, counted, percent);
            job.process().destroyForcibly().waitFor();
        }
        if (Files.exists(folder.resolve("killed/current"))) {
            throw new IOException("a run that was killed at " + percent + " % has committed");
        }
        row("one process, two tasks", 7, "driver -9, " + percent + " %", counted, "none yet");
    }

    private String killExecutors(Path counted, List<Integer> percents) throws IOException, InterruptedException {
        try (JobProcess job = start("killed", TWO_EXECUTORS, 7, counted)) {
            for (int percent : percents) {
                requireUnderWay(job, counted, percent);
                List<ProcessHandle> executors = job.executors();
                if (executors.isEmpty()) {
                    throw new IOException("no executor process is there at " + percent + " %");
                }
                executors.get(0).destroyForcibly();
                row("two executor processes", 7, "executor -9, " + percent + " %", counted, "goes on");
            }
            requireSuccess(job);
        }
        String output = output("killed");
        row("two executor processes", 7, "by itself", counted, output);
        return output;
    }

    private JobProcess start(String id, String master, int parts, Path counted) throws IOException {
        return JobProcess.start(
                folder.resolve(id + ".log"),
                arguments.of(
                        cohort,
                        folder.resolve(id),
                        "--master=" + master,
                        "--part-size=" + (Files.size(cohort) / parts + 1),
                        "--count-file=" + counted));
    }

    private void requireUnderWay(JobProcess job, Path counted, int percent) throws IOException, InterruptedException {
        if (!job.waitFor(counted, cases * percent / 100)) {
            throw new IOException("the run ended before " + percent + " %; more cases are needed: " + job.said());
        }
    }

    private static void requireSuccess(JobProcess job) throws IOException, InterruptedException {
        if (job.exitCode() != 0) {
            throw new IOException("a run failed: " + job.said());
        }
    }

    private String output(String id) throws IOException {
        return output(Files.readAllLines(folder.resolve(id + ".log")));
    }

    /** The hash and the number of rankings that a run told last. */
    public static String output(List<String> log) {
        List<String> said = new ArrayList<>(log);
        said.removeIf(line -> !line.startsWith(OUTPUT));
        return said.get(said.size() - 1).substring(OUTPUT.length());
    }

    /** The output folder of the undisturbed run in one process with one task. */
    Path clean() {
        return folder.resolve(id("local[1]", 1));
    }

    private static String id(String master, int parts) {
        return master.replaceAll("[^a-z0-9]+", "-") + parts;
    }

    private void row(String name, int parts, String ended, Path counted, String output) throws IOException {
        String hash = output.length() > 19 ? output.substring(0, 19) : output;
        String rest = output.contains(",") ? output.substring(output.indexOf(',')) : "";
        out.printf(Locale.ROOT, "%-30s %5d  %-15s %13d  %s%n", name, parts, ended, Files.size(counted), hash + rest);
        out.flush();
    }
}
