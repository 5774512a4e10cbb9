package org.fenton.core.tumour;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.fenton.core.pathway.Scale;
import org.jspecify.annotations.Nullable;

/**
 * The tumour's pathway state as ranking sees it: inferred activities and measured single genes, each possibly unknown.
 * Immutable; a ranking asks for the same few values thousands of times, so activities are found by name.
 */
public final class PathwayState {
    public static final PathwayState UNKNOWN = new PathwayState(null, List.of(), Map.of());

    private final @Nullable Scale scale;
    private final List<Activity> activities;
    private final Map<String, Double> genes;
    private final Map<Source, Activity> index = new HashMap<>();

    private record Source(String network, String name) {}

    /**
     * @param scale of the profile behind it; {@code null} when nothing was measured
     * @param genes expression by symbol, on {@code scale} (log2, z, or log2 fold change)
     */
    public PathwayState(@Nullable Scale scale, List<Activity> activities, Map<String, Double> genes) {
        this(List.copyOf(activities), scale, Collections.unmodifiableMap(new TreeMap<>(genes)));
    }

    private PathwayState(List<Activity> activities, @Nullable Scale scale, Map<String, Double> genes) {
        this.scale = scale;
        this.activities = activities;
        this.genes = genes;
        activities.forEach(activity -> index.putIfAbsent(new Source(activity.network(), activity.source()), activity));
    }

    /** The same genes with other activities. */
    public PathwayState with(List<Activity> others) {
        return new PathwayState(List.copyOf(others), scale, genes);
    }

    public @Nullable Scale scale() {
        return scale;
    }

    public List<Activity> activities() {
        return activities;
    }

    public Map<String, Double> genes() {
        return genes;
    }

    /** An inferred activity by its network and name; the first where a name stands twice. */
    public Optional<Activity> activity(String network, String name) {
        return Optional.ofNullable(index.get(new Source(network, name)));
    }

    /**
     * The state inferred from a whole profile. Log2 values that were standardised against a panel of another platform share
     * a shift that is the platform's and not the tumour's: the mean over the profile's genes, in symbol order, is taken off.
     */
    public static PathwayState inferred(Scale scale, List<Activity> activities, Map<String, Double> genes) {
        if (scale != Scale.LOG2 || genes.isEmpty()) {
            return new PathwayState(scale, activities, genes);
        }
        TreeMap<String, Double> sorted = new TreeMap<>(genes);
        double sum = 0;
        for (double value : sorted.values()) {
            sum += value;
        }
        return inferred(scale, activities, sorted, sum / sorted.size());
    }

    /** The same of those genes of a profile that are asked about, with the mean over all of them. */
    public static PathwayState inferred(
            Scale scale, List<Activity> activities, Map<String, Double> genes, double mean) {
        if (scale != Scale.LOG2) {
            return new PathwayState(scale, activities, genes);
        }
        TreeMap<String, Double> shifted = new TreeMap<>(genes);
        shifted.replaceAll((symbol, value) -> value - mean);
        return new PathwayState(scale, activities, shifted);
    }

    /** The activity of a transcription factor from CollecTRI; empty when it was not inferred. */
    public OptionalDouble factor(String symbol) {
        return score("collectri", symbol);
    }

    /** The activity of a PROGENy pathway; empty when it was not inferred. */
    public OptionalDouble pathway(String name) {
        return score("progeny", name);
    }

    public OptionalDouble gene(String symbol) {
        Double value = genes.get(symbol);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private OptionalDouble score(String network, String source) {
        return activity(network, source).stream().mapToDouble(Activity::score).findFirst();
    }
}
