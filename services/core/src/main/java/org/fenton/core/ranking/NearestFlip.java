package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.fenton.core.id.Combination;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.tumour.Activity;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.TumourCase;

/**
 * The smallest change of one activity that puts another candidate on top.
 *
 * <p>The top is the leader of the first lane that is not empty. The factors asked about are the arms on the paths of the
 * leading candidates of every list, STATs before others, at most {@value #MOST_FACTORS}. For each, up and down, the activity is moved by ¼, ½, 1, 2, 4, 8; from the first step that changes
 * the top the distance is halved {@value #HALVINGS} times between that step and the one before. A factor that was not
 * measured starts at 0. Predictions are held as they are. The answer is the smallest change found so: the top need not be a
 * monotone function of an activity, so a smaller one may exist between the steps.
 */
public final class NearestFlip {
    private static final int MOST_FACTORS = 8;
    private static final int LEADERS = 10;
    private static final int HALVINGS = 4;
    private static final double[] STEPS = {0.25, 0.5, 1, 2, 4, 8};

    private final Ranker ranker;
    private final TumourCase tumourCase;
    private final Predictions predictions;
    private final Optional<Combination> top;
    private int rankings;

    /**
     * @param from the activity now; empty when it was not measured
     * @param to the activity at which {@code leader} is on top
     * @param leader empty when nothing is favourable any more
     */
    public record Flip(String factor, OptionalDouble from, double to, Optional<Combination> leader) {
        public double distance() {
            return Math.abs(to - from.orElse(0));
        }
    }

    /**
     * @param factors that were moved
     * @param rankings how many rankings the search took
     * @param flips the smallest of each factor that flips the top, nearest first
     */
    public record Answer(List<String> factors, int rankings, List<Flip> flips) {}

    private NearestFlip(Ranker ranker, TumourCase tumourCase, Predictions predictions, Ranking ranking) {
        this.ranker = ranker;
        this.tumourCase = tumourCase;
        this.predictions = predictions;
        this.top = top(ranking).map(RankedCandidate::combination);
    }

    public static Answer search(Ranker ranker, TumourCase tumourCase, Predictions predictions, Ranking ranking) {
        NearestFlip search = new NearestFlip(ranker, tumourCase, predictions, ranking);
        List<String> factors = factors(ranking);
        List<Flip> flips = new ArrayList<>();
        factors.forEach(factor -> search.smallest(factor).ifPresent(flips::add));
        flips.sort(Comparator.comparingDouble(Flip::distance).thenComparing(Flip::factor));
        return new Answer(factors, search.rankings, flips);
    }

    /** The leader of the first lane that is not empty. */
    public static Optional<RankedCandidate> top(Ranking ranking) {
        return ranking.favourable().values().stream()
                .filter(lane -> !lane.isEmpty())
                .map(lane -> lane.get(0))
                .findFirst();
    }

    /** The same state with one factor's activity replaced. */
    public static PathwayState with(PathwayState state, String network, String source, OptionalDouble score) {
        List<Activity> activities = new ArrayList<>();
        state.activities().stream()
                .filter(activity -> !activity.network().equals(network)
                        || !activity.source().equals(source))
                .forEach(activities::add);
        score.ifPresent(value -> activities.add(new Activity(
                network, source, value, OptionalDouble.empty(), OptionalInt.empty(), OptionalInt.empty())));
        return state.with(activities);
    }

    private static List<String> factors(Ranking ranking) {
        Set<String> factors = new TreeSet<>();
        for (List<RankedCandidate> list : Standing.lists(ranking)) {
            list.stream().limit(LEADERS).forEach(candidate -> {
                candidate.effect().promotingPaths().stream()
                        .map(EffectPath::arm)
                        .forEach(factors::add);
                candidate.effect().inhibitingPaths().stream()
                        .map(EffectPath::arm)
                        .forEach(factors::add);
            });
        }
        factors.removeIf(arm -> !arm.matches("[A-Z][A-Z0-9]*"));
        List<String> arms =
                factors.stream().filter(arm -> arm.startsWith("STAT")).toList();
        List<String> others =
                factors.stream().filter(arm -> !arm.startsWith("STAT")).toList();
        List<String> chosen = new ArrayList<>(arms);
        chosen.addAll(others);
        return chosen.stream().limit(MOST_FACTORS).sorted().toList();
    }

    private Optional<Flip> smallest(String factor) {
        Optional<Flip> up = smallest(factor, 1);
        Optional<Flip> down = smallest(factor, -1);
        if (up.isEmpty() || down.isEmpty()) {
            return up.or(() -> down);
        }
        return up.get().distance() <= down.get().distance() ? up : down;
    }

    private Optional<Flip> smallest(String factor, int direction) {
        double unchanged = 0;
        for (double step : STEPS) {
            Optional<Flip> flip = flip(factor, direction * step);
            if (flip.isPresent()) {
                return Optional.of(narrowed(flip.get(), direction, unchanged, step));
            }
            unchanged = step;
        }
        return Optional.empty();
    }

    private Flip narrowed(Flip flip, int direction, double unchanged, double changed) {
        Flip best = flip;
        double low = unchanged;
        double high = changed;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            Optional<Flip> nearer = flip(flip.factor(), direction * middle);
            if (nearer.isPresent()) {
                best = nearer.get();
                high = middle;
            } else {
                low = middle;
            }
        }
        return best;
    }

    private Optional<Flip> flip(String factor, double move) {
        OptionalDouble from = tumourCase.state().factor(factor);
        double to = from.orElse(0) + move;
        PathwayState moved = with(tumourCase.state(), "collectri", factor, OptionalDouble.of(to));
        rankings++;
        Optional<Combination> leader =
                top(ranker.rank(tumourCase.in(moved), predictions)).map(RankedCandidate::combination);
        return leader.equals(top) ? Optional.empty() : Optional.of(new Flip(factor, from, to, leader));
    }
}
