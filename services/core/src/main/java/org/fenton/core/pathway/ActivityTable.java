package org.fenton.core.pathway;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The activities of all kept sources in all conditions by one method. Immutable. */
public final class ActivityTable {
    private final String statistic;
    private final List<String> sources;
    private final List<String> conditions;
    private final double[][] scores;
    private final double @Nullable [][] pValues;
    private final double @Nullable [][] falseDiscoveryRates;

    /** Takes over the arrays {@code [condition][source]}; {@code pValues} is null where the method has none. */
    ActivityTable(String statistic, Axes axes, double[][] scores, double @Nullable [][] pValues) {
        this.statistic = statistic;
        this.sources = axes.sources();
        this.conditions = axes.conditions();
        this.scores = scores;
        this.pValues = pValues;
        this.falseDiscoveryRates = pValues == null ? null : adjusted(pValues);
    }

    /** What the two indices of a table mean. */
    record Axes(List<String> sources, List<String> conditions) {}

    private static double[][] adjusted(double[][] pValues) {
        double[][] adjusted = new double[pValues.length][];
        for (int c = 0; c < pValues.length; c++) {
            adjusted[c] = FalseDiscovery.benjaminiHochberg(pValues[c]);
        }
        return adjusted;
    }

    public String statistic() {
        return statistic;
    }

    /** The sources with a score, sorted. */
    public List<String> sources() {
        return sources;
    }

    public List<String> conditions() {
        return conditions;
    }

    public double score(int source, int condition) {
        return scores[condition][source];
    }

    public PathwayActivity activity(int source, int condition) {
        return new PathwayActivity(
                statistic,
                sources.get(source),
                conditions.get(condition),
                scores[condition][source],
                at(pValues, condition, source),
                at(falseDiscoveryRates, condition, source));
    }

    private static OptionalDouble at(double @Nullable [][] values, int condition, int source) {
        return values == null ? OptionalDouble.empty() : OptionalDouble.of(values[condition][source]);
    }

    /** The activity of a source in a condition; empty when too few of its targets were measured. */
    public Optional<PathwayActivity> find(String source, String condition) {
        int s = Collections.binarySearch(sources, source);
        int c = conditions.indexOf(condition);
        return s < 0 || c < 0 ? Optional.empty() : Optional.of(activity(s, c));
    }

    /** All activities, condition by condition in the matrix's order, sources sorted within. */
    public List<PathwayActivity> activities() {
        List<PathwayActivity> rows = new ArrayList<>(sources.size() * conditions.size());
        for (int c = 0; c < conditions.size(); c++) {
            for (int s = 0; s < sources.size(); s++) {
                rows.add(activity(s, c));
            }
        }
        return rows;
    }
}
