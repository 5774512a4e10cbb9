package org.fenton.local.command;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.stack.Lifetime;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.Member;
import org.fenton.local.stack.Progress;
import org.fenton.local.stack.StackState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts PostgreSQL and the three services on this machine and waits until they are ready.",
            "Ctrl-C stops them. Data stay in .local/ of the clone."
        })
public final class UpCommand implements Callable<Integer> {
    private final FentonHome home;

    @Option(
            names = "--detach",
            description = "Return when ready and leave the services running; stop them with `fenton down`.")
    private boolean detach;

    @Option(names = "--reset", description = "First delete the database and logs of earlier runs.")
    private boolean reset;

    @Mixin
    private StackOptions options;

    public UpCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        StackState.running(home.stateFile()).ifPresent(UpCommand::refuseSecond);
        if (reset) {
            System.err.println("Deleting the database and logs in " + home.data());
            home.deleteData();
        }
        Instant begin = Instant.now();
        Progress progress = Progress.on(System.err);
        LocalStack stack =
                LocalStack.start(options.settings(home, detach ? Lifetime.DETACHED : Lifetime.WITH_LAUNCHER), progress);
        announce(stack.gateway(), Duration.between(begin, Instant.now()));
        if (detach) {
            stack.leaveRunning();
            return 0;
        }
        Member ended = stack.awaitFirstEnd();
        stack.close();
        throw LauncherFailure.stack(
                ended.name() + " has ended; its log is " + ended.log() + ". The other processes were stopped.");
    }

    private static void refuseSecond(StackState state) {
        throw LauncherFailure.stack("a stack is already running at %s: use it, or stop it with `fenton down`"
                .formatted(state.address(LocalStack.GATEWAY)));
    }

    private void announce(URI gateway, Duration took) {
        System.out.printf("Ready after %.1f s.%n%n", took.toMillis() / 1000.0);
        System.out.println("  Workbench   " + gateway + "/");
        System.out.println("  Try         curl -s -H 'Content-Type: application/json' -H 'Accept: text/plain' \\");
        System.out.println(
                "                --data-binary @" + home.root().relativize(RankCommand.defaultCase(home)) + " \\");
        System.out.println("                " + gateway + "/v1/rankings?top=5");
        System.out.println("  Logs        " + home.logs());
        System.out.println(detach ? "  Stop        deploy/local/fenton down" : "  Stop        Ctrl-C");
        System.out.println();
        System.out.println(
                "Security is off: whoever reaches 127.0.0.1 on this machine may do everything, and nobody else can.");
        System.out.println("Research use only. CDS HOOKS CALLERS ARE NOT VERIFIED on this stack: docs/standards.md.");
        System.out.flush();
    }
}
