package org.fenton.local.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenton.local.stack.LocalStack;

/** Each fault in turn under load, each answer judged, each acknowledged record read again at the end. */
final class ChaosFaults {
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final String ROW = "%-20s %5s %6s %6s %9s %5s %5s %10s %10s %6s  %s%n";

    private final PrintStream out;
    private boolean clean = true;

    ChaosFaults(PrintStream out) {
        this.out = out;
    }

    /** @param seconds that each fault lasts */
    record Plan(List<Fault> faults, int times, int clients, double seconds) {}

    boolean run(LocalStack stack, Path example, Plan plan) throws Exception {
        Judge judge = new Judge();
        try (RankingClients clients = new RankingClients(stack.gateway(), example, judge, plan.clients)) {
            clients.learn();
            clients.start(plan.clients);
            out.printf(
                    ROW,
                    "fault",
                    "times",
                    "calls",
                    "exact",
                    "degraded",
                    "429",
                    "503",
                    "no answer",
                    "other 5xx",
                    "wrong",
                    "seconds to recover");
            List<String> said = new ArrayList<>();
            for (Fault fault : plan.faults) {
                if (!fault.lack().get().isEmpty()) {
                    out.printf(
                            "%-20s not done: %s%n", fault.name(), fault.lack().get());
                    continue;
                }
                rounds(fault, clients, plan);
                judge.takeSaid()
                        .forEach((what, times) -> said.add(fault.name() + ": " + what + " (" + times + " times)"));
            }
            clients.close();
            out.println("What the answers said:");
            said.forEach(line -> out.println("  " + line));
            // between two rows too
            Round all = clients.all();
            clean &= all.count(Verdict.WRONG) == 0 && all.count(Verdict.ERROR) == 0;
            out.printf(
                    "%d answers from the first fault to the end of the last recovery: other 5xx %d, wrong %d%n",
                    all.calls(), all.count(Verdict.ERROR), all.count(Verdict.WRONG));
            return afterwards(clients) && clean;
        }
    }

    private boolean afterwards(RankingClients clients) throws IOException, InterruptedException {
        int lost = clients.lost();
        boolean intact = clients.chainIsIntact();
        out.printf(
                "%d acknowledged writes, %d lost or different afterwards; the chain is %s%n",
                clients.acknowledged(), lost, intact ? "intact" : "BROKEN");
        return lost == 0 && intact;
    }

    private void rounds(Fault fault, RankingClients clients, Plan plan) throws Exception {
        Round seen = clients.newRound();
        double slowest = 0;
        boolean recovered = true;
        for (int time = 0; time < plan.times; time++) {
            fault.begin().take();
            Thread.sleep((long) (plan.seconds * 1000));
            long ended = System.nanoTime();
            fault.end().take();
            boolean quiet = false;
            while (!quiet && System.nanoTime() - ended < PATIENCE_NANOS) {
                Thread.sleep(100);
                quiet = clients.areQuietSince(ended);
            }
            recovered &= quiet;
            slowest = Math.max(slowest, seen.secondsToRecovery(ended));
        }
        // while the gateway itself is dead, nobody can answer
        boolean unanswered = !fault.hitsGateway() && seen.count(Verdict.NO_ANSWER) > 0;
        clean &= recovered && !unanswered && seen.count(Verdict.WRONG) == 0 && seen.count(Verdict.ERROR) == 0;
        out.printf(
                ROW,
                fault.name(),
                plan.times,
                seen.calls(),
                seen.count(Verdict.EXACT),
                seen.count(Verdict.DEGRADED),
                seen.count(Verdict.TURNED_AWAY),
                seen.count(Verdict.REFUSED),
                seen.count(Verdict.NO_ANSWER),
                seen.count(Verdict.ERROR),
                seen.count(Verdict.WRONG),
                recovered ? "%.1f".formatted(slowest) : "NOT within 120 s");
    }
}
