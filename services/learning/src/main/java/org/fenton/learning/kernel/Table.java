package org.fenton.learning.kernel;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measured values by first drug, second drug and line, most cells empty. Values further than {@value #CLIP} standard deviations from the mean are
 * drawn in to that: one well in a hundred thousand must not bend its neighbours.
 */
public final class Table {
    static final double CLIP = 4;

    private final int seconds;
    private final int lines;
    private final double[] value;
    private final boolean[] measured;
    private int @Nullable [] pairs;

    /** @param seconds number of second drugs: as many as first ones for pairs, 1 for single agents */
    public Table(int firsts, int seconds, int lines) {
        this.seconds = seconds;
        this.lines = lines;
        this.value = new double[firsts * seconds * lines];
        this.measured = new boolean[value.length];
    }

    /** Enters a pair in both orders. */
    public void addPair(int a, int b, int line, double measuredValue) {
        add(a, b, line, measuredValue);
        add(b, a, line, measuredValue);
    }

    public void add(int a, int b, int line, double measuredValue) {
        if (Double.isNaN(measuredValue)) {
            throw new IllegalArgumentException("a measured value is a number");
        }
        int cell = (a * seconds + b) * lines + line;
        value[cell] = measuredValue;
        measured[cell] = true;
    }

    /** Mean of the measured values. */
    public double mean() {
        return measuredValues().average().orElseThrow(() -> new IllegalArgumentException("no cell was measured"));
    }

    /** Standard deviation of the measured values; 1 where they are all equal. */
    public double deviation() {
        double mean = mean();
        double variance =
                measuredValues().map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        return variance > 0 ? Math.sqrt(variance) : 1;
    }

    private java.util.stream.DoubleStream measuredValues() {
        return IntStream.range(0, value.length).filter(i -> measured[i]).mapToDouble(i -> value[i]);
    }

    double[] standardised() {
        double mean = mean();
        double deviation = deviation();
        double[] standardised = new double[value.length];
        for (int i = 0; i < value.length; i++) {
            if (measured[i]) {
                standardised[i] = Math.max(-CLIP, Math.min(CLIP, (value[i] - mean) / deviation));
            }
        }
        return standardised;
    }

    /** Pairs (first * seconds + second) with a measured line, ascending. */
    int[] measuredPairs() {
        if (pairs == null) {
            pairs = IntStream.range(0, value.length / lines)
                    .filter(p -> IntStream.range(p * lines, (p + 1) * lines).anyMatch(c -> measured[c]))
                    .toArray();
        }
        return pairs;
    }

    /** First measured line of a pair; {@code lines} where none is. */
    int firstLine(int pair) {
        int line = 0;
        while (line < lines && !measured[pair * lines + line]) {
            line++;
        }
        return line;
    }

    /** The line after a pair's last measured one. */
    int endLine(int pair) {
        int line = lines;
        while (line > 0 && !measured[pair * lines + line - 1]) {
            line--;
        }
        return line;
    }

    void keepMeasured(double[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (!measured[i]) {
                cells[i] = 0;
            }
        }
    }

    /** Number of measured cells. */
    public int size() {
        int size = 0;
        for (boolean cell : measured) {
            size += cell ? 1 : 0;
        }
        return size;
    }
}
