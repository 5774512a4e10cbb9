package org.fenton.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.fenton.local.command.RankClient;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.stack.Lifetime;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.Progress;
import org.fenton.local.stack.StackPorts;
import org.fenton.local.stack.StackSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "cores",
        mixinStandardHelpOptions = true,
        description = {
            "Ranks the same cases on a stack whose services see one processor and on one whose services see two",
            "(-XX:ActiveProcessorCount), and prints one SHA-256 over all answers of each."
        },
        footer = "Exit code 0: the same bytes. 1: other bytes, or no stack.")
public final class BenchCoresCommand implements Callable<Integer> {
    private static final OptionalInt TOP = OptionalInt.of(20);

    private final FentonHome home;

    @Option(
            names = "--cases",
            paramLabel = "N",
            defaultValue = "20",
            description = "Cases, every fifth a whole profile. Default: ${DEFAULT-VALUE}.")
    private int cases;

    public BenchCoresCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        if (cases < 1) {
            throw LauncherFailure.input("--cases is at least 1");
        }
        String one = hash(1);
        String two = hash(2);
        System.out.println(one.equals(two) ? "the same bytes" : "OTHER BYTES");
        return one.equals(two) ? 0 : 1;
    }

    private String hash(int cores) throws IOException {
        FentonHome own = new FentonHome(home.root(), Files.createTempDirectory("fenton-cores"));
        StackSettings settings = new StackSettings(own, StackPorts.free(), home.bundle(), Lifetime.WITH_LAUNCHER)
                .with(Map.of("JAVA_TOOL_OPTIONS", "-XX:ActiveProcessorCount=" + cores));
        try (LocalStack stack = LocalStack.start(settings, Progress.on(System.err))) {
            BenchCases made =
                    new BenchCases(home, home.root().resolve("no table: the same random one on every machine"));
            RankClient gateway = new RankClient(stack.gateway());
            MessageDigest digest = sha256();
            for (int number = 0; number < cases; number++) {
                byte[] asked = number % 5 == 4 ? made.profile(number) : made.reported(number);
                digest.update(gateway.rank(asked, "application/json", TOP));
            }
            String hash = HexFormat.of().formatHex(digest.digest());
            System.out.println(cores + " core(s): " + cases + " answers, sha256:" + hash);
            return hash;
        } finally {
            own.deleteEverything();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
