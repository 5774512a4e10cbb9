package org.fenton.core.pathway;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The activities of all kept sources in all conditions by one method. Immutable. */
public final class ActivityTable {
    private final String statistic;
    private final List<String> sources;
    private final List<String> conditions;
    private final double[][] scores;
    private final double @Nullable [][] pValues;
    /** Adjusted p values of a condition, computed when first asked for; a second computation would give the same. */
    private final AtomicReferenceArray<double @Nullable []> falseDiscoveryRates;

    /** Takes over the arrays {@code [condition][source]}; {@code pValues} is null where the method has none. */
    ActivityTable(String statistic, Axes axes, double[][] scores, double @Nullable [][] pValues) {
        this.statistic = statistic;
        this.sources = axes.sources();
        this.conditions = axes.conditions();
        this.scores = scores;
        this.pValues = pValues;
        this.falseDiscoveryRates = new AtomicReferenceArray<>(scores.length);
    }

    /** What the two indices of a table mean. */
    record Axes(List<String> sources, List<String> conditions) {}

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
        OptionalDouble pValue = OptionalDouble.empty();
        OptionalDouble falseDiscoveryRate = OptionalDouble.empty();
        if (pValues != null) {
            pValue = OptionalDouble.of(pValues[condition][source]);
            falseDiscoveryRate = OptionalDouble.of(falseDiscoveryRates(pValues[condition], condition)[source]);
        }
        return new PathwayActivity(
                statistic,
                sources.get(source),
                conditions.get(condition),
                scores[condition][source],
                pValue,
                falseDiscoveryRate);
    }

    private double[] falseDiscoveryRates(double[] pValues, int condition) {
        double[] known = falseDiscoveryRates.get(condition);
        if (known == null) {
            known = FalseDiscovery.benjaminiHochberg(pValues);
            falseDiscoveryRates.set(condition, known);
        }
        return known;
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
