package org.fenton.learning.interaction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.fenton.learning.features.FeatureSchema;
import org.fenton.learning.training.ConformalInterval;
import org.jspecify.annotations.Nullable;

/**
 * A learned interaction: answers any two drugs in any line or tumour, the same in both orders. Safe for use by many threads.
 */
public final class InteractionHead {
    // What is remembered of a line is megabytes; rows of a line come together, as many lines side by side as there are
    // cores.
    private static final int PLACES = Math.max(16, 2 * Runtime.getRuntime().availableProcessors());

    private final Parts parts;
    private final Reach reach;
    // By identity of the place: the key of a tumour is its caller's, and need not be unique.
    private final Map<Identity, Evidence.View> views = Collections.synchronizedMap(new LinkedHashMap<>());

    /**
     * @param expected null where the screen has labels alone
     * @param interval of the probability; null where training had too few pairs
     * @param abstainAbove distance beyond which 5 % of the inner held-out rows lay
     * @param threshold probability from which a row is called positive
     */
    record Parts(
            Evidence evidence,
            RelationalFeatures features,
            Standardisation standardisation,
            Contest.Verdict verdict,
            Recalibration calibration,
            LabelSets sets,
            @Nullable ExpectedScore expected,
            @Nullable ConformalInterval interval,
            double abstainAbove,
            double threshold) {}

    private record Identity(Place place) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity that && that.place == place;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(place);
        }
    }

    InteractionHead(Parts parts) {
        this.parts = parts;
        this.reach = new Reach(parts.evidence());
    }

    /** @param b null for a single agent, which only a head of single agents takes */
    public HeadAnswer answer(Subject a, @Nullable Subject b, Place line) {
        Cast cast = parts.evidence().cast();
        Cast.Drug one = cast.drug(a);
        Cast.Drug other = b == null ? null : cast.drug(b);
        boolean swap = other != null && RelationalFeatures.comesAfter(parts.evidence(), one, other);
        return swap ? answer(other, one, view(line)) : answer(one, other, view(line));
    }

    /** Whether a drug of this key was in the screen it learned from. */
    public boolean knowsDrug(String key) {
        return parts.evidence().cast().drugIndex().containsKey(key);
    }

    private Evidence.View view(Place place) {
        Identity identity = new Identity(place);
        Evidence.View known = views.get(identity);
        if (known == null) {
            known = parts.evidence().view(parts.evidence().cast().line(place));
            if (views.size() >= PLACES) {
                views.clear();
            }
            views.put(identity, known);
        }
        return known;
    }

    HeadAnswer answer(Cast.Drug a, Cast.@Nullable Drug b, Evidence.View view) {
        double probability = probability(a, b, view);
        ConformalInterval interval = parts.interval();
        double distance = reach.distance(a, b, view.line());
        return new HeadAnswer(
                probability,
                expectedScore(a, b, view, probability),
                interval == null ? Double.NaN : interval.lower(probability),
                interval == null ? Double.NaN : interval.upper(probability),
                distance,
                (parts.evidence().saw(a) ? 1 : 0)
                        + (b != null && parts.evidence().saw(b) ? 1 : 0),
                parts.evidence().saw(view.line()),
                distance > parts.abstainAbove());
    }

    double probability(Cast.Drug a, Cast.@Nullable Drug b, Evidence.View view) {
        double[] vector = parts.features().vector(parts.evidence(), a, b, view);
        return parts.calibration()
                .apply(parts.verdict().scorer().score(parts.standardisation().apply(vector)));
    }

    private double expectedScore(Cast.Drug a, Cast.@Nullable Drug b, Evidence.View view, double probability) {
        ExpectedScore expected = parts.expected();
        Evidence evidence = parts.evidence();
        return expected == null
                ? Double.NaN
                : evidence.outcomes().score(a.index(), expected.of(evidence.kernel(a, b, view), probability));
    }

    /** The set of labels that cannot be ruled out, as bits of {@link org.fenton.learning.training.RowModel}. */
    byte set(double probability, String tissue) {
        return parts.sets().of(probability, tissue);
    }

    public FeatureSchema schema() {
        return parts.features().schema();
    }

    Parts parts() {
        return parts;
    }

    /** What was tried and decided in training, for reports. */
    public Map<String, Object> notes() {
        Map<String, Object> notes = new TreeMap<>();
        Map<String, Object> tried = new TreeMap<>();
        parts.verdict().tried().forEach(t -> tried.put(t.name(), t.innerRocAuc()));
        notes.put("inner_roc_auc", tried);
        notes.put("chosen", parts.verdict().scorer().name());
        notes.put("kernel_noise", parts.evidence().cast().setting().noise());
        notes.put("calibration", parts.calibration().chosen());
        notes.put("calibration_log_loss_platt", parts.calibration().lossPlatt());
        notes.put("calibration_log_loss_isotonic", parts.calibration().lossIsotonic());
        notes.put("abstain_above_distance", parts.abstainAbove());
        return notes;
    }
}
