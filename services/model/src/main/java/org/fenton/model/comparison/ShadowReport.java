package org.fenton.model.comparison;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fenton.model.comparison.RankComparison.Move;

/** What was seen of one shadow beside one active bundle. Holds the measures of the last 200 cases and 20 moves, whatever the traffic. */
final class ShadowReport {
    static final int CASES_KEPT = 200;
    private static final int MOVES_KEPT = 20;

    private final String active;
    private final String shadow;
    private final String since = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    private final Deque<Case> recent = new ArrayDeque<>();
    private List<Move> moves = List.of();
    private long cases;
    private long candidates;
    private long dropped;
    private long failed;
    private String lastFailure;

    private record Case(Double spearman, Double overlap) {}

    ShadowReport(String active, String shadow) {
        this.active = active;
        this.shadow = shadow;
    }

    /**
     * What is served.
     *
     * @param since when this process began to compare the two
     * @param cases calls that both answered
     * @param candidates candidates compared in them
     * @param dropped calls not compared because too many were waiting
     * @param failed calls the shadow could not answer
     * @param spearman of the last cases; absent when none has one
     * @param topOverlap shared candidates among the first 20 of the last cases
     * @param largestMoves since the beginning
     */
    public record View(
            String active,
            String shadow,
            String since,
            long cases,
            long candidates,
            long dropped,
            long failed,
            String lastFailure,
            Spread spearman,
            Spread topOverlap,
            List<Move> largestMoves) {}

    /** @param cases how many of the last {@value #CASES_KEPT} have the measure */
    public record Spread(int cases, double mean, double lowest) {}

    boolean isOf(String activeId, String shadowId) {
        return active.equals(activeId) && shadow.equals(shadowId);
    }

    synchronized void add(RankComparison comparison) {
        cases++;
        candidates += comparison.compared();
        recent.addLast(new Case(comparison.spearman(), comparison.top().overlap()));
        if (recent.size() > CASES_KEPT) {
            recent.removeFirst();
        }
        moves = Stream.concat(moves.stream(), comparison.largestMoves().stream())
                .sorted(Comparator.comparingInt(Move::distance).reversed())
                .limit(MOVES_KEPT)
                .toList();
    }

    synchronized void drop() {
        dropped++;
    }

    synchronized void fail(String reason) {
        failed++;
        lastFailure = reason;
    }

    synchronized View view() {
        return new View(
                active,
                shadow,
                since,
                cases,
                candidates,
                dropped,
                failed,
                lastFailure,
                spread(recent.stream().map(Case::spearman)),
                spread(recent.stream().map(Case::overlap)),
                moves);
    }

    private static Spread spread(Stream<Double> values) {
        double[] known = values.filter(Objects::nonNull).mapToDouble(v -> v).toArray();
        if (known.length == 0) {
            return null;
        }
        var all = java.util.Arrays.stream(known).summaryStatistics();
        return new Spread(known.length, all.getAverage(), all.getMin());
    }
}
