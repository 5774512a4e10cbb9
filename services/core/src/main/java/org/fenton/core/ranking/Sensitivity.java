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
            return distance(factor);
        }

        static double distance(double factor) {
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
        Columns columns = Columns.of(terms, candidates);
        List<Flip> flips = new ArrayList<>();
        Optional<Flip> nearest = Optional.empty();
        for (TermKind term : terms) {
            for (double factor : FACTORS) {
                RankedCandidate first = candidates.get(columns.leaderUnder(term, factor));
                if (first != leader) {
                    flips.add(new Flip(term, factor, first.combination()));
                }
            }
            Optional<Flip> here = columns.nearest(term);
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

    /**
     * A lane's numbers, a column each, for they are gone through once for every re-weighing.
     *
     * @param contributions by the place of the term, then by candidate
     */
    private record Columns(List<RankedCandidate> candidates, double[] scores, double[][] contributions) {
        static Columns of(List<TermKind> terms, List<RankedCandidate> candidates) {
            double[] scores = new double[candidates.size()];
            double[][] contributions = new double[terms.size()][scores.length];
            for (int i = 0; i < scores.length; i++) {
                RankedCandidate candidate = candidates.get(i);
                scores[i] = candidate.score();
                for (int place = 0; place < contributions.length; place++) {
                    contributions[place][i] = candidate.contribution(place);
                }
            }
            return new Columns(candidates, scores, contributions);
        }

        int leaderUnder(TermKind term, double factor) {
            double[] changed = contributions[term.ordinal()];
            int best = 0;
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < scores.length; i++) {
                double score = scores[i] + (factor - 1) * changed[i];
                if (score > highest || score == highest && comesBefore(i, best)) {
                    best = i;
                    highest = score;
                }
            }
            return best;
        }

        private boolean comesBefore(int one, int other) {
            return candidates.get(one).comesBeforeEqual(candidates.get(other));
        }

        Optional<Flip> nearest(TermKind term) {
            double[] changed = contributions[term.ordinal()];
            Flip nearest = null;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 1; i < scores.length; i++) {
                double gain = changed[i] - changed[0];
                double factor = 1 + (scores[0] - scores[i]) / gain;
                boolean counts = gain != 0 && factor > 0 && factor != 1 && factor <= FARTHEST;
                if (counts && Flip.distance(factor) < least) {
                    nearest = new Flip(term, factor, candidates.get(i).combination());
                    least = nearest.distance();
                }
            }
            return Optional.ofNullable(nearest);
        }
    }
}
