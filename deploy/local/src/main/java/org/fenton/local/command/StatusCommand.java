package org.fenton.local.command;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.fenton.local.home.FentonHome;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.Member;
import org.fenton.local.stack.StackState;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Says what is running, on which ports, and how much memory is resident.",
            "Exit code 0 when all four processes run, 1 otherwise."
        })
public final class StatusCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1024 * 1024;

    private final FentonHome home;

    public StatusCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        Optional<StackState> running = StackState.running(home.stateFile());
        if (running.isEmpty()) {
            System.out.println("Nothing is running. Start with `fenton up`.");
            return 1;
        }
        StackState state = running.get();
        System.out.printf("%-10s %8s %6s %9s %9s  %s%n", "process", "pid", "port", "ready (s)", "RSS (MB)", "log");
        long all = 0;
        for (Member member : state.members()) {
            all += print(member, member.residentBytesWithChildren());
        }
        if (state.launcher().process().isPresent()) {
            all += print(state.launcher(), state.launcher().residentBytes());
        }
        System.out.printf("%-10s %35s%n", "all", all == 0 ? "-" : "%.0f".formatted(all / MEGABYTE));
        System.out.println("bundle     " + state.bundle());
        System.out.println("workbench  " + state.address(LocalStack.GATEWAY) + "/");
        System.out.println("security   off: loopback only, nobody signs in (docs/operations/security.md)");
        return state.isWhole() ? 0 : 1;
    }

    private static long print(Member member, OptionalLong resident) {
        String memory = resident.isPresent() ? "%.0f".formatted(resident.getAsLong() / MEGABYTE) : "-";
        String pid = member.process().isPresent() ? Long.toString(member.pid()) : "ended";
        System.out.printf(
                "%-10s %8s %6d %9.1f %9s  %s%n",
                member.name(), pid, member.port(), member.readySeconds(), memory, member.log());
        return resident.orElse(0);
    }
}
