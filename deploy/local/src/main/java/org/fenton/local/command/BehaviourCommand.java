package org.fenton.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "behaviour",
        mixinStandardHelpOptions = true,
        description = {
            "Ranks the cases of the behaviour suite, whose answers the facts give, and says which are met, which fail and"
                    + " which are known gaps; then which drugs fill the top tens.",
            "Needs no running stack: the release is made from the seeds, the predictions from the bundle."
        },
        footer =
                "Exit code 0: every case is as its file says. 1: a case fails, a gap has closed, or something that must"
                        + " never be shown is among the first twenty. 2: a file is not acceptable, with the place named.")
public final class BehaviourCommand implements Callable<Integer> {
    private final FentonHome home;

    @Option(names = "--cases", paramLabel = "FILE", description = "Another file of cases; default the shipped suite.")
    private Path cases;

    @Option(names = "--out", paramLabel = "FILE", description = "Also write the table to a file.")
    private Path out;

    @Option(
            names = "--pack",
            paramLabel = "DIR",
            description = "A class pack (docs/class-packs.md): its tables are added to the seeds; its policy.json and"
                    + " behaviour.jsonl are used unless --policy or --cases name others.")
    private Path pack;

    @Option(names = "--policy", paramLabel = "FILE", description = "Another policy; default the shipped one.")
    private Path policy;

    @Option(
            names = "--deletion",
            description = "Instead of the suite: strike the rows of each leader's top reason out of the release and say"
                    + " what its score becomes. Exit code 1 when one is not lower without a reason.")
    private boolean deletion;

    public BehaviourCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path release = Files.createTempFile("fenton-release", ".jsonl");
        try {
            int made = SeedRelease.write(home, release, pack == null ? List.of() : List.of(pack));
            if (made != 0) {
                return made;
            }
            List<String> arguments =
                    new ArrayList<>(List.of("behaviour", "--release=" + release, "--bundle=" + home.bundle()));
            add(arguments, "--cases", cases, "behaviour.jsonl");
            add(arguments, "--policy", policy, "policy.json");
            if (out != null) {
                arguments.add("--out=" + out);
            }
            if (deletion) {
                arguments.add("--deletion");
            }
            return CommandLineModule.LEARNING.run(home, arguments);
        } finally {
            Files.delete(release);
        }
    }

    private void add(List<String> arguments, String option, Path given, String ofPack) {
        Path file = given;
        if (given == null && pack != null && Files.exists(pack.resolve(ofPack))) {
            file = pack.resolve(ofPack);
        }
        if (file == null) {
            return;
        }
        if (!Files.isRegularFile(file)) {
            throw LauncherFailure.input("no file " + file + ": see `fenton behaviour --help`");
        }
        arguments.add(option + "=" + file);
    }
}
