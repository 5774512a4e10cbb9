package org.fenton.core.tumour;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.fenton.core.pathway.Scale;
import org.jspecify.annotations.Nullable;

/**
 * The tumour's pathway state as ranking sees it: inferred activities and measured single genes, each possibly unknown.
 *
 * @param scale of the profile behind it; {@code null} when nothing was measured
 * @param genes expression by symbol, on {@code scale} (log2, z, or log2 fold change)
 */
public record PathwayState(@Nullable Scale scale, List<Activity> activities, Map<String, Double> genes) {
    public static final PathwayState UNKNOWN = new PathwayState(null, List.of(), Map.of());

    public PathwayState {
        activities = List.copyOf(activities);
        genes = Collections.unmodifiableMap(new TreeMap<>(genes));
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
        double mean = sum / sorted.size();
        sorted.replaceAll((symbol, value) -> value - mean);
        return new PathwayState(scale, activities, sorted);
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
        return activities.stream()
                .filter(activity ->
                        activity.network().equals(network) && activity.source().equals(source))
                .mapToDouble(Activity::score)
                .findFirst();
    }
}
