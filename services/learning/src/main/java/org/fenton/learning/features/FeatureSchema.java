package org.fenton.learning.features;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenton.learning.files.Hashes;

/**
 * The ordered, named and typed features of a model.
 *
 * <p>Tribuo drops a feature name it does not know without a word; a vector therefore passes {@link #accept} first, which
 * refuses any difference and names it. Immutable.
 */
public final class FeatureSchema {
    private static final String HEADER = "name\tkind\tunit\tmissing";
    private static final int NAMED = 5;

    private final List<FeatureDefinition> features;
    private final List<String> names;
    private final Map<String, Integer> position = new HashMap<>();

    /** @throws IllegalArgumentException when there is no feature or a name is given twice */
    public FeatureSchema(List<FeatureDefinition> features) {
        this.features = List.copyOf(features);
        this.names = features.stream().map(FeatureDefinition::name).toList();
        if (features.isEmpty()) {
            throw new IllegalArgumentException("a schema has at least one feature");
        }
        for (FeatureDefinition feature : features) {
            if (position.put(feature.name(), position.size()) != null) {
                throw new IllegalArgumentException("feature " + feature.name() + " is defined twice");
            }
        }
    }

    public List<FeatureDefinition> features() {
        return features;
    }

    public int size() {
        return features.size();
    }

    public List<String> names() {
        return names;
    }

    /** @throws IllegalArgumentException when the schema has no such feature */
    public int indexOf(String name) {
        Integer index = position.get(name);
        if (index == null) {
            throw new IllegalArgumentException("the schema has no feature " + name);
        }
        return index;
    }

    /**
     * A vector in schema order.
     *
     * @param names every name of the schema, in its order
     * @param values NaN where a value is unknown and the feature's policy allows that
     * @return a copy of {@code values}
     * @throws IllegalArgumentException naming the unknown, absent, re-ordered or missing-but-required features, or the
     *     feature whose value is infinite
     */
    public double[] accept(List<String> names, double[] values) {
        if (names.size() != values.length) {
            throw new IllegalArgumentException(values.length + " values for " + names.size() + " feature names");
        }
        refuseDifferentNames(names);
        for (int i = 0; i < values.length; i++) {
            FeatureDefinition feature = features.get(i);
            if (Double.isInfinite(values[i])) {
                throw new IllegalArgumentException("feature " + feature.name() + " is infinite");
            }
            if (Double.isNaN(values[i]) && feature.missing() == MissingPolicy.REQUIRED) {
                throw new IllegalArgumentException("feature " + feature.name() + " is required and has no value");
            }
        }
        return values.clone();
    }

    private void refuseDifferentNames(List<String> names) {
        if (names.equals(this.names)) {
            return;
        }
        List<String> unknown =
                names.stream().filter(name -> !position.containsKey(name)).toList();
        List<String> absent =
                this.names.stream().filter(name -> !names.contains(name)).toList();
        List<String> problems = new ArrayList<>();
        addProblem(problems, "unknown", unknown);
        addProblem(problems, "absent", absent);
        if (problems.isEmpty()) {
            List<String> moved = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if (i >= size() || !names.get(i).equals(features.get(i).name())) {
                    moved.add(names.get(i));
                }
            }
            addProblem(problems, "not in their place", moved);
        }
        throw new IllegalArgumentException(
                "the feature vector does not fit schema " + hash() + ": " + String.join("; ", problems));
    }

    private static void addProblem(List<String> problems, String what, List<String> names) {
        if (!names.isEmpty()) {
            String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
            problems.add(
                    what + " " + String.join(", ", names.stream().limit(NAMED).toList()) + more);
        }
    }

    /** SHA-256 of {@link #toTsv()}. */
    public String hash() {
        return Hashes.sha256(toTsv().getBytes(StandardCharsets.UTF_8));
    }

    public String toTsv() {
        StringBuilder tsv = new StringBuilder(HEADER).append('\n');
        for (FeatureDefinition f : features) {
            tsv.append(f.name()).append('\t').append(f.kind()).append('\t');
            tsv.append(f.unit()).append('\t').append(f.missing()).append('\n');
        }
        return tsv.toString();
    }

    /** @throws IllegalArgumentException naming the line that is not a feature */
    public static FeatureSchema fromTsv(String tsv) {
        List<String> lines = tsv.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException("a schema file starts with " + HEADER.replace("\t", ", "));
        }
        List<FeatureDefinition> features = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != 4) {
                throw new IllegalArgumentException("schema line " + (i + 1) + " has " + cells.length + " cells, not 4");
            }
            features.add(new FeatureDefinition(
                    cells[0], FeatureKind.valueOf(cells[1]), cells[2], MissingPolicy.valueOf(cells[3])));
        }
        return new FeatureSchema(features);
    }
}
