package org.fenton.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.fenton.core.pathway.Scale;
import org.fenton.core.tumour.Activity;
import org.fenton.core.tumour.PathwayState;

/** Reads the pathway state of a case: a whole profile, or activities that were reported, never both. */
final class StateReader {
    private static final int FEWEST_GENES = 20;
    /** A log2 value beyond this is no log2 value: counts or intensities were not transformed. */
    private static final double LARGEST_LOG2 = 40;

    private final Strict document;

    StateReader(Strict document) {
        this.document = document;
        if (document.has("profile") && document.has("reported")) {
            document.problem("/reported", "give either a profile or reported activities, not both", "");
        }
    }

    PathwayState reported() {
        if (!document.has("reported")) {
            return PathwayState.UNKNOWN;
        }
        Strict reported = document.object("reported");
        reported.allow("scale", "method", "activities", "genes");
        Scale scale = scale(reported);
        List<Activity> activities = reported.objects("activities", (activity, place) -> activity(activity));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < activities.size(); i++) {
            String key = activities.get(i).network() + "/" + activities.get(i).source();
            if (!seen.add(key)) {
                reported.problem("/activities/" + i, key + " is given twice", "");
            }
        }
        return new PathwayState(scale, activities, reported.has("genes") ? genes(reported) : Map.of());
    }

    Optional<CaseDocument.Profile> profile() {
        if (!document.has("profile")) {
            return Optional.empty();
        }
        Strict profile = document.object("profile");
        profile.allow("scale", "genes");
        Scale scale = scale(profile);
        if (!profile.has("genes")) {
            profile.problem("/genes", "is missing", "an object of HGNC symbol: value");
            return Optional.empty();
        }
        Map<String, Double> genes = genes(profile);
        if (genes.size() < FEWEST_GENES) {
            profile.problem(
                    "/genes",
                    genes.size() + " genes are too few to infer an activity",
                    "at least " + FEWEST_GENES + "; report activities instead");
        } else if (isConstant(genes)) {
            profile.problem("/genes", "the profile is constant: every gene has the same value", "");
        }
        if (scale == Scale.LOG2) {
            genes.entrySet().stream()
                    .filter(gene -> Math.abs(gene.getValue()) > LARGEST_LOG2)
                    .findFirst()
                    .ifPresent(gene -> profile.problem(
                            "/genes/" + Strict.escaped(gene.getKey()),
                            gene.getValue() + " is no log2 value",
                            "take log2(x + 1) of counts or intensities first"));
        }
        return profile.isSound()
                ? Optional.of(new CaseDocument.Profile(
                        scale, genes, CanonicalJson.bytes(profile.raw().get("genes"))))
                : Optional.empty();
    }

    private static boolean isConstant(Map<String, Double> genes) {
        Double first = genes.values().iterator().next();
        return genes.values().stream().allMatch(first::equals);
    }

    private static Scale scale(Strict state) {
        String key = state.required("scale");
        try {
            return key.isEmpty() ? Scale.CONTRAST : Scale.parse(key);
        } catch (IllegalArgumentException unknown) {
            state.problem("/scale", "'" + key + "' is no scale", "log2, zscore or contrast");
            return Scale.CONTRAST;
        }
    }

    private static Optional<Activity> activity(Strict activity) {
        activity.allow("network", "source", "score", "pValue", "fdr", "targetsMeasured", "targetsTotal");
        String network = activity.required("network");
        if (!network.isEmpty() && !network.equals("collectri") && !network.equals("progeny")) {
            activity.problem("/network", "'" + network + "' is not known", "collectri or progeny");
        }
        OptionalDouble score = activity.number("score");
        if (score.isEmpty()) {
            if (!activity.has("score")) {
                activity.problem("/score", "is missing", "leave the activity out when it is not known");
            }
            return Optional.empty();
        }
        OptionalDouble p = activity.number("pValue");
        if (p.isPresent() && (p.getAsDouble() < 0 || p.getAsDouble() > 1)) {
            activity.problem("/pValue", "a probability is expected, not " + p.getAsDouble(), "");
        }
        return Optional.of(new Activity(
                network,
                activity.required("source"),
                score.getAsDouble(),
                p,
                count(activity, "targetsMeasured"),
                count(activity, "targetsTotal")));
    }

    private static OptionalInt count(Strict activity, String name) {
        OptionalDouble value = activity.number(name);
        if (value.isPresent() && (value.getAsDouble() < 0 || value.getAsDouble() != Math.rint(value.getAsDouble()))) {
            activity.problem("/" + name, "a count is expected", "");
        }
        return value.isPresent() ? OptionalInt.of((int) value.getAsDouble()) : OptionalInt.empty();
    }

    private static Map<String, Double> genes(Strict owner) {
        JsonNode values = owner.raw().get("genes");
        if (!values.isObject()) {
            owner.problem("/genes", "an object of HGNC symbol: value is expected", "");
            return Map.of();
        }
        List<Map.Entry<String, Double>> found = new ArrayList<>(values.size());
        values.properties().forEach(gene -> {
            JsonNode value = gene.getValue();
            if (value.isNumber() && Double.isFinite(value.doubleValue())) {
                found.add(Map.entry(gene.getKey(), value.doubleValue()));
            } else if (!value.isNull()) {
                owner.problem(
                        "/genes/" + Strict.escaped(gene.getKey()),
                        "a finite number is expected, not " + Strict.kind(value),
                        "leave out what was not measured");
            }
        });
        // most profiles come sorted, which a sort sees in one pass and a tree does not
        found.sort(Map.Entry.comparingByKey());
        Map<String, Double> genes = new LinkedHashMap<>(2 * found.size());
        found.forEach(gene -> genes.put(gene.getKey(), gene.getValue()));
        return genes;
    }
}
