package org.fenton.local.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenton.local.stack.LocalStack;

/** Kills the members of a stack one at a time under load, starts each again after a while, and judges every answer. */
public final class ChaosRank {
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final PrintStream out;
    private int wrong;
    private int errors;
    private int notRecovered;

    /**
     * What to do.
     *
     * @param downSeconds how long each victim stays dead
     */
    public record Plan(List<String> victims, int clients, double downSeconds) {
        public Plan {
            victims = List.copyOf(victims);
        }
    }

    /** @param lost records that were acknowledged and are gone or different */
    public record Outcome(int wrong, int errors, int notRecovered, int acknowledged, int lost, boolean chainIntact) {
        public boolean isClean() {
            return wrong == 0 && errors == 0 && notRecovered == 0 && lost == 0 && chainIntact;
        }
    }

    public ChaosRank(PrintStream out) {
        this.out = out;
    }

    public Outcome run(LocalStack stack, Path example, Plan plan) throws IOException, InterruptedException {
        Judge judge = new Judge();
        try (RankingClients clients = new RankingClients(stack.gateway(), example, judge, plan.clients)) {
            clients.learn();
            clients.start(plan.clients);
            out.println("victim     calls  exact  degraded  503  no answer  other 5xx  wrong  recovered after restart");
            List<String> said = new ArrayList<>();
            for (String victim : plan.victims) {
                round(stack, clients, victim, plan.downSeconds);
                judge.takeSaid().forEach((what, times) -> said.add(victim + ": " + what + " (" + times + " times)"));
            }
            clients.close();
            out.println("What the answers said:");
            said.forEach(line -> out.println("  " + line));
            Outcome outcome = new Outcome(
                    wrong, errors, notRecovered, clients.acknowledged(), clients.lost(), clients.chainIsIntact());
            out.printf(
                    "%d records acknowledged, %d missing or different afterwards; the chain is %s%n",
                    outcome.acknowledged, outcome.lost, outcome.chainIntact ? "intact" : "BROKEN");
            return outcome;
        }
    }

    private void round(LocalStack stack, RankingClients clients, String victim, double downSeconds)
            throws InterruptedException {
        Round seen = clients.newRound();
        stack.kill(victim);
        Thread.sleep((long) (downSeconds * 1000));
        long restart = System.nanoTime();
        stack.startAgain(victim);
        boolean recovered = false;
        while (!recovered && System.nanoTime() - restart < PATIENCE_NANOS) {
            Thread.sleep(100);
            recovered = clients.areQuietSince(restart);
        }
        // while the gateway itself is dead, nobody can answer
        wrong += seen.count(Verdict.WRONG);
        errors += seen.count(Verdict.ERROR);
        errors += victim.equals(LocalStack.GATEWAY) ? 0 : seen.count(Verdict.NO_ANSWER);
        notRecovered += recovered ? 0 : 1;
        out.printf(
                "%-9s %6d %6d %9d %4d %10d %10d %6d  %s%n",
                victim,
                seen.calls(),
                seen.count(Verdict.EXACT),
                seen.count(Verdict.DEGRADED),
                seen.count(Verdict.REFUSED),
                seen.count(Verdict.NO_ANSWER),
                seen.count(Verdict.ERROR),
                seen.count(Verdict.WRONG),
                recovered ? String.format("%.1f s", seen.secondsToRecovery(restart)) : "NOT within 120 s");
    }
}
