package org.fenton.rescoring.trial;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenton.rescoring.RescoreCommand;
import org.fenton.rescoring.SparkStart;

/**
 * {@code fenton rescore}, or what it needs, in a process of its own, with the class path of this one.
 *
 * @param log takes what it says
 */
public record JobProcess(Process process, Path log) implements AutoCloseable {
    public static JobProcess start(Path log, List<String> arguments) throws IOException {
        return start(log, List.of(), arguments);
    }

    /** @param wrapper a command that runs the job, which is given to it as its last arguments */
    static JobProcess start(Path log, List<String> wrapper, List<String> arguments) throws IOException {
        return start(log, wrapper, RescoreCommand.class.getName(), arguments);
    }

    /** Another main class of the same class path, such as a master of Spark. */
    public static JobProcess of(Path log, String mainClass, String... arguments) throws IOException {
        return start(log, List.of(), mainClass, List.of(arguments));
    }

    private static JobProcess start(Path log, List<String> wrapper, String mainClass, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx2g", "-XX:+UseParallelGC"));
        command.addAll(List.of(SparkStart.options().split(" ")));
        command.addAll(List.of("-cp", classPath(), mainClass));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // what a worker asks for where Spark was not unpacked but comes from a class path
        Path home = log.resolveSibling("spark-home");
        Files.createDirectories(home.resolve("jars"));
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        // heeded where spark.authenticate is set
        builder.environment().put("_SPARK_AUTH_SECRET", "a secret of this trial");
        return new JobProcess(builder.start(), log);
    }

    /** Surefire gives its class path in a jar's manifest and says the real one in a property. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }

    public List<ProcessHandle> executors() {
        return process.descendants()
                .filter(JobProcess::isExecutor)
                // what an executor forks has its command line until it runs a program of its own
                .filter(each -> each.parent().filter(JobProcess::isExecutor).isEmpty())
                .toList();
    }

    private static boolean isExecutor(ProcessHandle process) {
        try {
            String command = new String(
                    Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline")), StandardCharsets.UTF_8);
            return command.contains("CoarseGrainedExecutorBackend");
        } catch (IOException gone) {
            return false;
        }
    }

    /** Waits until so many rankings were made; false when the process ended before. */
    public boolean waitFor(Path counted, long rankings) throws IOException, InterruptedException {
        while (process.isAlive() && (!Files.exists(counted) || Files.size(counted) < rankings)) {
            Thread.sleep(5);
        }
        return process.isAlive();
    }

    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    public String said() throws IOException {
        return Files.readString(log);
    }

    /** A trial that breaks off leaves no process behind. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
