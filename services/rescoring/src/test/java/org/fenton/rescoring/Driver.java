package org.fenton.rescoring;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command in a process of its own. */
record Driver(SmallCohort small, Path cohort, Path log) {
    Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        command.addAll(List.of(SparkStart.opens().split(" ")));
        command.addAll(List.of("-cp", classPath(), RescoreCommand.class.getName()));
        command.addAll(small.arguments(cohort, "out", more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // what `local-cluster` asks for where Spark was not unpacked but comes from Maven
        Path home = log.resolveSibling("spark-home");
        Files.createDirectories(home.resolve("launcher"));
        Files.createDirectories(home.resolve("assembly/target/scala-2.13/jars"));
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        return builder.start();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }

    /** Waits until so many rankings were made; false when the process ended before. */
    static boolean waitFor(Process process, Path counted, long rankings) throws Exception {
        while (process.isAlive() && (!Files.exists(counted) || Files.size(counted) < rankings)) {
            Thread.sleep(5);
        }
        return process.isAlive();
    }

    String said() throws IOException {
        return Files.readString(log);
    }
}
