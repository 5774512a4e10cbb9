package org.fenton.core.synergy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The search for EC50 and slope of one series, on their logarithms; Emax follows exactly from both. */
final class HillSearch {
    private static final double LOG_SLOPE_LOW = Math.log(0.1);
    private static final double LOG_SLOPE_HIGH = Math.log(10);
    private static final double EC50_MARGIN = Math.log(100);
    private static final double[] GRID_SLOPES = {0.2, 0.4, 0.7, 1, 1.5, 2.5, 4, 8};
    private static final int STARTS = 3;
    private static final int STEPS = 600;
    private static final double ROUGH = 0.02;
    private static final double WIDTH = 1e-9;
    /** Squares that differ by less than this share of the total are one: rounding, not fit. */
    private static final double SAME_SQUARES = 1e-17;

    /**
     * @param logEc50 natural logarithm, micromolar
     * @param squares what is left, weighted by replicates
     * @param settled whether the simplex that found it closed on a point
     */
    record Point(double logEc50, double logSlope, double squares, boolean settled) {}

    private final DoseSeries series;
    private final double e0;
    private final double lowestGain;
    private final double highestGain;
    private final double[] logDose;
    private final double total;
    private final double[] share;
    private double gain;

    HillSearch(DoseSeries series, double e0, double lowestEmax) {
        this.series = series;
        this.e0 = e0;
        this.lowestGain = lowestEmax - e0;
        this.highestGain = Math.max(100, e0) - e0;
        this.logDose = new double[series.size()];
        this.share = new double[series.size()];
        double squares = 0;
        for (int i = 0; i < logDose.length; i++) {
            logDose[i] = Math.log(series.dose(i));
            squares += series.weight(i) * (series.mean(i) - e0) * (series.mean(i) - e0);
        }
        this.total = squares;
    }

    Point best() {
        List<Point> grid = grid();
        grid.sort(Comparator.comparingDouble(Point::squares));
        Point best = grid.get(0);
        for (Point start : grid.subList(0, STARTS)) {
            Point near = refine(start, ROUGH);
            best = near.squares() < best.squares() ? near : best;
        }
        return refine(best, WIDTH);
    }

    HillCurve curve(Point point) {
        double left = squares(point.logEc50(), point.logSlope());
        if (gain == 0 || total - left <= 1e-12 * total) {
            double middle = (logDose[0] + logDose[logDose.length - 1]) / 2;
            return new HillCurve(e0, e0, Math.exp(middle), 1);
        }
        return new HillCurve(
                e0, e0 + gain, Math.exp(boundedEc50(point.logEc50())), Math.exp(boundedSlope(point.logSlope())));
    }

    static boolean slopeAtBound(double h) {
        double log = Math.log(h);
        return log < LOG_SLOPE_LOW + 1e-6 || log > LOG_SLOPE_HIGH - 1e-6;
    }

    /** Each dose, the middle between neighbours, and one and two decades beyond either end, with each slope. */
    private List<Point> grid() {
        List<Double> places = new ArrayList<>();
        int last = logDose.length - 1;
        for (int i = 0; i <= last; i++) {
            places.add(logDose[i]);
            if (i < last) {
                places.add((logDose[i] + logDose[i + 1]) / 2);
            }
        }
        for (double beyond : new double[] {EC50_MARGIN / 2, EC50_MARGIN}) {
            places.add(logDose[0] - beyond);
            places.add(logDose[last] + beyond);
        }
        List<Point> grid = new ArrayList<>();
        for (double place : places) {
            for (double slope : GRID_SLOPES) {
                double log = Math.log(slope);
                grid.add(new Point(place, log, squares(place, log), false));
            }
        }
        return grid;
    }

    private Point refine(Point start, double closed) {
        double[][] corner = {
            {start.logEc50(), start.logSlope()},
            {start.logEc50() + 0.3, start.logSlope()},
            {start.logEc50(), start.logSlope() + 0.3}
        };
        double[] value = new double[3];
        for (int i = 0; i < 3; i++) {
            value[i] = squares(corner[i][0], corner[i][1]);
        }
        for (int step = 0; step < STEPS; step++) {
            order(corner, value);
            if (width(corner) < closed) {
                return new Point(corner[0][0], corner[0][1], value[0], true);
            }
            move(corner, value);
        }
        order(corner, value);
        boolean level = value[2] - value[0] <= SAME_SQUARES * total;
        return new Point(corner[0][0], corner[0][1], value[0], level);
    }

    /** One step of Nelder and Mead in the plane; corners come ordered from best to worst. */
    private void move(double[][] corner, double[] value) {
        double[] middle = {(corner[0][0] + corner[1][0]) / 2, (corner[0][1] + corner[1][1]) / 2};
        double[] mirrored = along(middle, corner[2], -1);
        double there = squares(mirrored[0], mirrored[1]);
        if (there < value[0]) {
            double[] further = along(middle, corner[2], -2);
            double beyond = squares(further[0], further[1]);
            set(corner, value, beyond < there ? further : mirrored, Math.min(beyond, there));
        } else if (there < value[1]) {
            set(corner, value, mirrored, there);
        } else {
            double[] nearer = along(middle, corner[2], there < value[2] ? -0.5 : 0.5);
            double near = squares(nearer[0], nearer[1]);
            if (near < Math.min(there, value[2])) {
                set(corner, value, nearer, near);
            } else {
                shrink(corner, value);
            }
        }
    }

    private void shrink(double[][] corner, double[] value) {
        for (int i = 1; i < 3; i++) {
            corner[i] = along(corner[0], corner[i], 0.5);
            value[i] = squares(corner[i][0], corner[i][1]);
        }
    }

    private static void set(double[][] corner, double[] value, double[] place, double squares) {
        corner[2] = place;
        value[2] = squares;
    }

    private static double[] along(double[] from, double[] to, double factor) {
        return new double[] {from[0] + factor * (to[0] - from[0]), from[1] + factor * (to[1] - from[1])};
    }

    private static void order(double[][] corner, double[] value) {
        for (int i = 1; i < 3; i++) {
            for (int j = i; j > 0 && value[j] < value[j - 1]; j--) {
                double held = value[j];
                value[j] = value[j - 1];
                value[j - 1] = held;
                double[] place = corner[j];
                corner[j] = corner[j - 1];
                corner[j - 1] = place;
            }
        }
    }

    private static double width(double[][] corner) {
        double widest = 0;
        for (int i = 1; i < 3; i++) {
            for (int k = 0; k < 2; k++) {
                widest = Math.max(widest, Math.abs(corner[i][k] - corner[0][k]));
            }
        }
        return widest;
    }

    /** Weighted squares left by the best gain for this EC50 and slope; keeps that gain. */
    private double squares(double logEc50, double logSlope) {
        double place = boundedEc50(logEc50);
        double slope = Math.exp(boundedSlope(logSlope));
        double product = 0;
        double square = 0;
        for (int i = 0; i < share.length; i++) {
            share[i] = HillCurve.share(slope * (logDose[i] - place));
            product += series.weight(i) * share[i] * (series.mean(i) - e0);
            square += series.weight(i) * share[i] * share[i];
        }
        gain = square == 0 ? 0 : Math.max(lowestGain, Math.min(highestGain, product / square));
        double left = 0;
        for (int i = 0; i < share.length; i++) {
            double off = series.mean(i) - e0 - gain * share[i];
            left += series.weight(i) * off * off;
        }
        return left;
    }

    private double boundedEc50(double logEc50) {
        return Math.max(logDose[0] - EC50_MARGIN, Math.min(logDose[logDose.length - 1] + EC50_MARGIN, logEc50));
    }

    private static double boundedSlope(double logSlope) {
        return Math.max(LOG_SLOPE_LOW, Math.min(LOG_SLOPE_HIGH, logSlope));
    }
}
