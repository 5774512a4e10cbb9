package org.fenton.learning.interaction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.DrugTarget;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.Tumour;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.mechanism.Propagation;
import org.fenton.core.tumour.Activity;
import org.fenton.core.tumour.Goal;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.Patient;
import org.fenton.core.tumour.TumourCase;
import org.fenton.documents.ReleaseReader;
import org.fenton.learning.kernel.DrugTraits;
import org.fenton.learning.kernel.LineTraits;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog's signed graph says that a drug does to ferroptosis in a line, from its targets alone: the very computation that ranks tumours
 * ({@link Propagation}), with the line's tissue as the disease.
 *
 * <p>Each side is in [0, 1), 0 where no path leads there, NaN where the drug's targets are not known. Every target counts as inhibited, or as activated where a class of the drug says so
 * (agonist, activator), with unknown potency. Of the line's levels those are read that stand for a factor of the graph, in standard deviations over lines; a level that is missing leaves its
 * factor not measured. Safe for use by many threads.
 */
public final class MechanismEffects {
    /** Levels that stand for a transcription factor's activity. */
    private static final Map<String, String> FACTORS = Map.of(
            "RPPA_STAT3_pY705", "STAT3",
            "PROGENy_JAK-STAT", "STAT1",
            "PROGENy_p53", "TP53",
            "PROGENy_Androgen", "AR",
            "PROGENy_Hypoxia", "HIF1A");

    private static final String ANY_TUMOUR = "TISSUE";
    private static final Set<String> ACTIVATORS = Set.of("agonist", "activator");

    private final GraphSlice slice;
    private final List<String> profileNames;
    private final Knowledge knowledge;
    private final Set<String> nodes;
    private final Map<State, Lines> byState = new ConcurrentHashMap<>();

    /** What of a line matters here. */
    private record State(Optional<String> tissue, List<Double> factors) {}

    /** The targets of a drug that the graph knows. */
    private record Acts(Set<String> nodes, boolean activates) {}

    /** The graph as it is in one state, and the drugs followed in it. */
    private record Lines(Propagation propagation, Map<Acts, FerroptosisEffect> effects) {}

    /** @param profileNames of the levels of a line's profile */
    public MechanismEffects(GraphSlice slice, List<String> profileNames) {
        this.slice = slice;
        this.profileNames = List.copyOf(profileNames);
        try (InputStream lines = new ByteArrayInputStream(slice.text().getBytes(StandardCharsets.UTF_8))) {
            this.knowledge = ReleaseReader.read(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.nodes = knowledge.nodes();
    }

    GraphSlice slice() {
        return slice;
    }

    /** Promoting and inhibiting side of one drug. */
    double[] of(DrugTraits drug, LineTraits line) {
        FerroptosisEffect effect = effect(drug, line);
        return effect == null ? unknown() : new double[] {effect.promoting(), effect.inhibiting()};
    }

    /** Promoting and inhibiting side of two drugs together. */
    double[] of(DrugTraits one, DrugTraits other, LineTraits line) {
        FerroptosisEffect first = effect(one, line);
        FerroptosisEffect second = effect(other, line);
        if (first == null || second == null) {
            return unknown();
        }
        FerroptosisEffect both = first.with(second);
        return new double[] {both.promoting(), both.inhibiting()};
    }

    static double[] unknown() {
        return new double[] {Double.NaN, Double.NaN};
    }

    private @Nullable FerroptosisEffect effect(DrugTraits drug, LineTraits line) {
        if (drug.targets().isEmpty()) {
            return null;
        }
        Set<String> known = new TreeSet<>(drug.targets().get());
        known.retainAll(nodes);
        if (known.isEmpty()) {
            return FerroptosisEffect.NONE;
        }
        Acts acts = new Acts(known, drug.classes().stream().flatMap(Set::stream).anyMatch(MechanismEffects::activates));
        Lines lines = byState.computeIfAbsent(state(line), this::followed);
        return lines.effects.computeIfAbsent(acts, a -> {
            // a propagation remembers its routes and is no business of two threads
            synchronized (lines.propagation) {
                return strongestOnly(lines.propagation.effectOf(drug(a)));
            }
        });
    }

    private static boolean activates(String mechanism) {
        return ACTIVATORS.stream()
                .anyMatch(word -> mechanism.toLowerCase(java.util.Locale.ROOT).endsWith(word));
    }

    /** The rest is not asked for: two drugs meet by their strongest paths. */
    private static FerroptosisEffect strongestOnly(FerroptosisEffect effect) {
        return new FerroptosisEffect(
                effect.promoting(),
                effect.inhibiting(),
                first(effect.promotingPaths()),
                first(effect.inhibitingPaths()));
    }

    private static List<EffectPath> first(List<EffectPath> paths) {
        return paths.stream().limit(1).toList();
    }

    private State state(LineTraits line) {
        List<Double> factors = new ArrayList<>(FACTORS.size());
        for (int level = 0; level < profileNames.size(); level++) {
            if (FACTORS.containsKey(profileNames.get(level))) {
                factors.add(level < line.profile().length ? line.profile()[level] : Double.NaN);
            }
        }
        return new State(line.tissue(), List.copyOf(factors));
    }

    private Lines followed(State state) {
        List<Activity> activities = new ArrayList<>();
        int at = 0;
        for (String name : profileNames) {
            String factor = FACTORS.get(name);
            if (factor != null) {
                double level = state.factors.get(at++);
                if (!Double.isNaN(level)) {
                    activities.add(new Activity(
                            "collectri",
                            factor,
                            level,
                            OptionalDouble.empty(),
                            OptionalInt.empty(),
                            OptionalInt.empty()));
                }
            }
        }
        TumourCase asCase = new TumourCase(
                "",
                Goal.INDUCE,
                Optional.of(state.tissue.flatMap(this::code).orElse(ANY_TUMOUR)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Patient.NOTHING_GIVEN,
                new PathwayState(null, activities, Map.of()));
        return new Lines(new Propagation(knowledge, asCase), new ConcurrentHashMap<>());
    }

    private Optional<String> code(String tissue) {
        return knowledge.tumourCodes().stream()
                .filter(code ->
                        knowledge.tumour(code).map(Tumour::tissue).orElse("").equals(tissue))
                .sorted()
                .findFirst();
    }

    private static Drug drug(Acts acts) {
        DrugTarget.Effect effect = acts.activates ? DrugTarget.Effect.ACTIVATE : DrugTarget.Effect.INHIBIT;
        return new Drug(
                "asked",
                "asked",
                List.of(),
                Map.of(),
                "",
                Drug.Approval.TOOL_COMPOUND,
                new Drug.PatientUse(false, "a compound in culture"),
                Set.of(),
                List.of(),
                acts.nodes.stream()
                        .map(node -> new DrugTarget(
                                node, effect, DrugTarget.Directness.DIRECT, false, OptionalDouble.empty(), "", ""))
                        .toList(),
                Drug.Reachable.UNKNOWN,
                Map.of());
    }
}
