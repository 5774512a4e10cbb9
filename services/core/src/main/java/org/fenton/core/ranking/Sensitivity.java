package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenton.core.id.Combination;

/**
 * How far the leader of a lane depends on the weights of the policy.
 *
 * <p>Each weight alone is halved and doubled, two trials a term; a lane and an outlook do not depend on weights, so only the
 * order within a lane can change. {@code nearest} is the smallest single change that makes another candidate catch up with
 * the leader: with contributions c, rival r catches up when the term's weight is multiplied by
 * 1 + (S(leader) − S(r)) / (c(r) − c(leader)); the factor closest to 1 by ratio counts.
 *
 * @param margin leader's score minus the runner-up's; 0 when there is no runner-up
 * @param trials how many re-weighings were tried
 * @param flips those under which another candidate leads, in the order of the terms
 * @param nearest empty when no factor in (0, {@value #FARTHEST}] changes the leader
 */
public record Sensitivity(
        Lane lane,
        Combination leader,
        Optional<Combination> runnerUp,
        double margin,
        int trials,
        List<Flip> flips,
        Optional<Flip> nearest) {
    public static final double FARTHEST = 10;
    private static final double[] FACTORS = {0.5, 2};

    /** Under {@code factor} × the weight of {@code term}, {@code leader} leads (of the nearest: has caught up). */
    public record Flip(TermKind term, double factor, Combination leader) {
        double distance() {
            return Math.max(factor, 1 / factor);
        }
    }

    public Sensitivity {
        flips = List.copyOf(flips);
    }

    /** One entry for each lane that has a leader, lanes in order. */
    public static List<Sensitivity> of(Ranking ranking) {
        List<Sensitivity> all = new ArrayList<>();
        for (Map.Entry<Lane, List<RankedCandidate>> lane : ranking.favourable().entrySet()) {
            if (!lane.getValue().isEmpty()) {
                all.add(of(ranking.policy().terms(), lane.getKey(), lane.getValue()));
            }
        }
        return all;
    }

    private static Sensitivity of(List<TermKind> terms, Lane lane, List<RankedCandidate> candidates) {
        RankedCandidate leader = candidates.get(0);
        double[][] contributions = candidates.stream()
                .map(candidate -> contributions(terms, candidate))
                .toArray(double[][]::new);
        List<Flip> flips = new ArrayList<>();
        Optional<Flip> nearest = Optional.empty();
        for (TermKind term : terms) {
            for (double factor : FACTORS) {
                RankedCandidate first = candidates.get(leaderUnder(contributions, candidates, term, factor));
                if (first != leader) {
                    flips.add(new Flip(term, factor, first.combination()));
                }
            }
            Optional<Flip> here = nearest(contributions, candidates, term);
            if (here.isPresent()
                    && (nearest.isEmpty()
                            || here.get().distance() < nearest.get().distance())) {
                nearest = here;
            }
        }
        boolean alone = candidates.size() == 1;
        return new Sensitivity(
                lane,
                leader.combination(),
                alone ? Optional.empty() : Optional.of(candidates.get(1).combination()),
                alone ? 0 : leader.score() - candidates.get(1).score(),
                terms.size() * FACTORS.length,
                flips,
                nearest);
    }

    private static double[] contributions(List<TermKind> terms, RankedCandidate candidate) {
        double[] contributions = new double[terms.size()];
        for (Term term : candidate.ledger().terms()) {
            contributions[term.kind().ordinal()] = term.contribution();
        }
        return contributions;
    }

    private static int leaderUnder(
            double[][] contributions, List<RankedCandidate> candidates, TermKind term, double factor) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < contributions.length; i++) {
            double score = candidates.get(i).score() + (factor - 1) * contributions[i][term.ordinal()];
            boolean ahead = score > highest
                    || score == highest
                            && candidates
                                            .get(i)
                                            .tieBreak()
                                            .compareTo(candidates.get(best).tieBreak())
                                    < 0;
            if (ahead) {
                best = i;
                highest = score;
            }
        }
        return best;
    }

    private static Optional<Flip> nearest(double[][] contributions, List<RankedCandidate> candidates, TermKind term) {
        RankedCandidate leader = candidates.get(0);
        Flip nearest = null;
        for (int i = 1; i < contributions.length; i++) {
            double gain = contributions[i][term.ordinal()] - contributions[0][term.ordinal()];
            double factor = 1 + (leader.score() - candidates.get(i).score()) / gain;
            boolean counts = gain != 0 && factor > 0 && factor != 1 && factor <= FARTHEST;
            if (counts) {
                Flip here = new Flip(term, factor, candidates.get(i).combination());
                nearest = nearest == null || here.distance() < nearest.distance() ? here : nearest;
            }
        }
        return Optional.ofNullable(nearest);
    }
}
