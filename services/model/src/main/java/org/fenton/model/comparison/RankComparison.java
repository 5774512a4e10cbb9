package org.fenton.model.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fenton.learning.prediction.Prediction;

/**
 * How two bundles order the same candidates by probability.
 *
 * <p>Spearman: Pearson's correlation of the ranks (ties share their mean rank) of the candidates that both answer; −1 to 1; absent with fewer than two, or
 * when one bundle gives all the same. Rank 1 is the largest probability; ties are shown in the order of the candidates.
 *
 * @param compared candidates that both bundles answer; the other measures are of these
 * @param onlyFrom answered by {@code from} and abstained from by {@code to}
 * @param onlyTo the other way round
 * @param neither abstained from by both
 * @param largestMoves by the distance of the two ranks; a candidate that does not move is not listed
 */
public record RankComparison(
        String from,
        String to,
        int compared,
        int onlyFrom,
        int onlyTo,
        int neither,
        Double spearman,
        Top top,
        List<Move> largestMoves) {
    private static final int TOP = 20;

    /** How many of the first {@code size} are the same; {@code overlap} is their share, absent when nothing is compared. */
    public record Top(int size, int shared, Double overlap) {}

    /** One candidate's two places. */
    public record Move(String id, int rankFrom, int rankTo, double probabilityFrom, double probabilityTo) {
        int distance() {
            return Math.abs(rankFrom - rankTo);
        }
    }

    /** Candidates of both lists are the same, in the same order. */
    static RankComparison of(String fromId, List<Prediction> from, String toId, List<Prediction> to) {
        List<Integer> both = new ArrayList<>();
        int[] alone = new int[2];
        for (int i = 0; i < from.size(); i++) {
            boolean answered = !from.get(i).abstained();
            if (answered == !to.get(i).abstained()) {
                if (answered) {
                    both.add(i);
                }
            } else {
                alone[answered ? 0 : 1]++;
            }
        }
        double[] a = both.stream()
                .mapToDouble(i -> from.get(i).probability().orElseThrow())
                .toArray();
        double[] b = both.stream()
                .mapToDouble(i -> to.get(i).probability().orElseThrow())
                .toArray();
        int[] orderA = order(a);
        int[] orderB = order(b);
        List<Move> moves = moves(both.stream().map(i -> from.get(i).id()).toList(), a, b, orderA, orderB);
        return new RankComparison(
                fromId,
                toId,
                a.length,
                alone[0],
                alone[1],
                from.size() - a.length - alone[0] - alone[1],
                correlation(meanRanks(a, orderA), meanRanks(b, orderB)),
                top(orderA, orderB),
                moves);
    }

    /** Places by falling value, the earlier candidate first where values are equal. */
    private static int[] order(double[] values) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            places.add(i);
        }
        places.sort(Comparator.comparingDouble(i -> -values[i]));
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] meanRanks(double[] values, int[] order) {
        double[] ranks = new double[values.length];
        int start = 0;
        while (start < order.length) {
            int end = start;
            while (end + 1 < order.length && values[order[end + 1]] == values[order[start]]) {
                end++;
            }
            for (int i = start; i <= end; i++) {
                ranks[order[i]] = (start + end) / 2.0 + 1;
            }
            start = end + 1;
        }
        return ranks;
    }

    private static Double correlation(double[] x, double[] y) {
        double mean = (x.length + 1) / 2.0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - mean) * (x[i] - mean);
            yy += (y[i] - mean) * (y[i] - mean);
            xy += (x[i] - mean) * (y[i] - mean);
        }
        return xx == 0 || yy == 0 ? null : xy / Math.sqrt(xx * yy);
    }

    private static Top top(int[] orderA, int[] orderB) {
        int size = Math.min(TOP, orderA.length);
        Set<Integer> first = new HashSet<>();
        int shared = 0;
        for (int i = 0; i < size; i++) {
            first.add(orderA[i]);
        }
        for (int i = 0; i < size; i++) {
            shared += first.contains(orderB[i]) ? 1 : 0;
        }
        return new Top(size, shared, size == 0 ? null : (double) shared / size);
    }

    private static List<Move> moves(List<String> ids, double[] a, double[] b, int[] orderA, int[] orderB) {
        int[] rankB = new int[b.length];
        for (int i = 0; i < orderB.length; i++) {
            rankB[orderB[i]] = i + 1;
        }
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < orderA.length; i++) {
            int c = orderA[i];
            moves.add(new Move(ids.get(c), i + 1, rankB[c], a[c], b[c]));
        }
        return moves.stream()
                .filter(move -> move.distance() > 0)
                .sorted(Comparator.comparingInt(Move::distance).reversed().thenComparingInt(Move::rankFrom))
                .limit(TOP)
                .toList();
    }
}
