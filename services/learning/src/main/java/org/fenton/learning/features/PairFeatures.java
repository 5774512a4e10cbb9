package org.fenton.learning.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fenton.learning.structure.Structure;

/**
 * Turns a pair of drugs in a state into the vector of a schema, bit for bit the same for (a, b) and (b, a).
 *
 * <p>Each fingerprint bit and each target family is one feature: in how many of the two drugs it is found (0, 1 or 2).
 * That count holds all an order-free pair can say about a yes/no property. Where one of the drugs' structure (or
 * targets) is unknown, all structure (or target) features are missing, as half a count would be a guess.
 */
public final class PairFeatures {
    /** Pathways whose activities hold across platforms; PI3K, VEGF and Trail fail outside checks. */
    public static final List<String> PATHWAYS = List.of(
            "Androgen", "EGFR", "Estrogen", "Hypoxia", "JAK-STAT", "MAPK", "NFkB", "TGFb", "TNFa", "WNT", "p53");

    private static final int FOLDED_BITS = 256;
    private static final int REMEMBERED = 20_000;

    private final TargetFamilies families;
    private final List<String> tissues;
    private final FeatureSchema schema;
    private final int tissueStart;
    private final int targetStart;
    private final int structureStart;
    private final int knowledgeStart;
    private final Map<DrugDescription, Encoded> encoded = new ConcurrentHashMap<>();

    private record Encoded(boolean[] bits, boolean[] families) {}

    public PairFeatures(TargetFamilies families, List<String> tissues) {
        this.families = families;
        this.tissues = tissues.stream().sorted().toList();
        this.tissueStart = PATHWAYS.size();
        this.targetStart = tissueStart + tissues.size();
        this.structureStart = targetStart + families.names().size() + 1;
        this.knowledgeStart = structureStart + FOLDED_BITS + 3;
        this.schema = new FeatureSchema(definitions());
    }

    /** The features of a schema made by this class, for a bundle that is being read. */
    public static PairFeatures of(FeatureSchema schema, TargetFamilies families) {
        List<String> tissues = schema.features().stream()
                .filter(f -> f.kind() == FeatureKind.TISSUE)
                .map(f -> f.name().substring("tissue:".length()))
                .toList();
        PairFeatures features = new PairFeatures(families, tissues);
        // Refuses with the names that differ when the bundle's schema was made by other code.
        schema.accept(features.schema.names(), presentEverywhere(features.schema.size()));
        return features;
    }

    private static double[] presentEverywhere(int size) {
        return new double[size];
    }

    private List<FeatureDefinition> definitions() {
        List<FeatureDefinition> all = new ArrayList<>();
        PATHWAYS.forEach(p -> all.add(optional("pathway:" + p, FeatureKind.PATHWAY, "sd over the reference panel")));
        tissues.forEach(t -> all.add(optional("tissue:" + t, FeatureKind.TISSUE, "1 in this tissue")));
        families.names().forEach(f -> all.add(optional("target:" + f, FeatureKind.TARGET, "drugs that hit it")));
        all.add(optional("target:families-shared", FeatureKind.TARGET, "families"));
        for (int bit = 0; bit < FOLDED_BITS; bit++) {
            all.add(optional("structure:ecfp4-%03d".formatted(bit), FeatureKind.STRUCTURE, "drugs with the bit"));
        }
        all.add(optional("structure:tanimoto", FeatureKind.STRUCTURE, "0 to 1"));
        all.add(optional("structure:heavy-atoms-smaller", FeatureKind.STRUCTURE, "atoms"));
        all.add(optional("structure:heavy-atoms-larger", FeatureKind.STRUCTURE, "atoms"));
        all.add(required("knowledge:structures", "drugs of known structure"));
        all.add(required("knowledge:targets", "drugs of known targets"));
        return all;
    }

    private static FeatureDefinition optional(String name, FeatureKind kind, String unit) {
        return new FeatureDefinition(name, kind, unit, MissingPolicy.STAYS_MISSING);
    }

    private static FeatureDefinition required(String name, String unit) {
        return new FeatureDefinition(name, FeatureKind.KNOWLEDGE, unit, MissingPolicy.REQUIRED);
    }

    public FeatureSchema schema() {
        return schema;
    }

    /** The OncoTree tissues that have a feature, sorted. */
    public List<String> tissues() {
        return tissues;
    }

    /** A vector in schema order; NaN is missing. */
    public double[] vector(BiologicalState state, DrugDescription a, DrugDescription b) {
        double[] vector = stateOnly(state);
        addPair(vector, a, b);
        return vector;
    }

    /** The part of a vector that all candidates of one case share; the rest is missing until {@link #addPair}. */
    public double[] stateOnly(BiologicalState state) {
        double[] vector = new double[schema.size()];
        Arrays.fill(vector, Double.NaN);
        for (int p = 0; p < PATHWAYS.size(); p++) {
            Double activity = state.pathways().get(PATHWAYS.get(p));
            if (activity != null) {
                vector[p] = activity;
            }
        }
        if (state.tissue().isPresent()) {
            for (int t = 0; t < tissues.size(); t++) {
                vector[tissueStart + t] = tissues.get(t).equals(state.tissue().get()) ? 1 : 0;
            }
        }
        return vector;
    }

    /** The features that {@link #stateOnly} fills and {@link #addPair} leaves alone. */
    public BitSet stateFeatures() {
        BitSet ofState = new BitSet();
        ofState.set(0, targetStart);
        return ofState;
    }

    /** Writes the features of the two drugs over those of an earlier pair. */
    public void addPair(double[] vector, DrugDescription a, DrugDescription b) {
        Arrays.fill(vector, targetStart, vector.length, Double.NaN);
        Encoded codeA = encode(a);
        Encoded codeB = encode(b);
        if (a.targets().isPresent() && b.targets().isPresent()) {
            int shared = addCounts(vector, targetStart, codeA.families(), codeB.families());
            vector[structureStart - 1] = shared;
        }
        if (a.structure().isPresent() && b.structure().isPresent()) {
            addCounts(vector, structureStart, codeA.bits(), codeB.bits());
            addShape(vector, a.structure().get(), b.structure().get());
        }
        vector[knowledgeStart] = count(a.structure().isPresent(), b.structure().isPresent());
        vector[knowledgeStart + 1] = count(a.targets().isPresent(), b.targets().isPresent());
    }

    private void addShape(double[] vector, Structure a, Structure b) {
        int at = structureStart + FOLDED_BITS;
        vector[at] = Structure.tanimoto(a.fingerprint(), b.fingerprint());
        vector[at + 1] = Math.min(a.heavyAtoms(), b.heavyAtoms());
        vector[at + 2] = Math.max(a.heavyAtoms(), b.heavyAtoms());
    }

    private static int addCounts(double[] vector, int start, boolean[] a, boolean[] b) {
        int both = 0;
        for (int i = 0; i < a.length; i++) {
            vector[start + i] = count(a[i], b[i]);
            both += a[i] && b[i] ? 1 : 0;
        }
        return both;
    }

    private static int count(boolean a, boolean b) {
        return (a ? 1 : 0) + (b ? 1 : 0);
    }

    private Encoded encode(DrugDescription drug) {
        Encoded known = encoded.get(drug);
        if (known == null) {
            known = new Encoded(
                    drug.structure().map(s -> s.folded(FOLDED_BITS)).orElseGet(() -> new boolean[0]),
                    drug.targets().map((Set<String> t) -> families.hits(t)).orElseGet(() -> new boolean[0]));
            if (encoded.size() >= REMEMBERED) {
                encoded.clear();
            }
            encoded.put(drug, known);
        }
        return known;
    }
}
