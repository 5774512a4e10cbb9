package org.fenton.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fenton.local.home.FentonHome;

/** A module with a command line of its own, run as a child process with this terminal. */
enum CommandLineModule {
    LEARNING("learning", "org.fenton.learning.cli.LearningCli", List.of("-Xmx3g")),
    RESCORING("rescoring", "org.fenton.rescoring.RescoreCommand", sparkOptions()),
    RESCORING_BENCH("rescoring", "org.fenton.rescoring.trial.BenchCommand", sparkOptions()),
    RESCORING_CHAOS("rescoring", "org.fenton.rescoring.trial.ChaosCommand", sparkOptions());

    private final String module;
    private final String mainClass;
    private final List<String> jvmOptions;

    CommandLineModule(String module, String mainClass, List<String> jvmOptions) {
        this.module = module;
        this.mainClass = mainClass;
        this.jvmOptions = jvmOptions;
    }

    /** The packages Spark 4 reaches into on JDK 17, and the compiler's bounds of the job's own {@code SparkStart}. */
    private static List<String> sparkOptions() {
        Stream<String> packages = Stream.of(
                "java.lang",
                "java.lang.invoke",
                "java.io",
                "java.net",
                "java.nio",
                "java.util",
                "java.util.concurrent",
                "sun.nio.ch",
                "sun.nio.cs",
                "sun.security.action",
                "sun.util.calendar");
        return Stream.concat(
                        Stream.of("-Xmx2g", "-XX:+UseParallelGC", "-XX:MaxInlineLevel=9", "-XX:FreqInlineSize=150"),
                        packages.map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED"))
                .toList();
    }

    int run(FentonHome home, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-Dfenton.home=" + home.root());
        command.addAll(List.of("-cp", home.commandLineClassPath(module), mainClass));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        Map<String, String> environment = builder.environment();
        environment.put("FENTON_HOME", home.root().toString());
        environment.putIfAbsent("FENTON_BUNDLE", home.bundle().toString());
        environment.putIfAbsent("FENTON_HEADS", home.heads().toString());
        return builder.start().waitFor();
    }
}
