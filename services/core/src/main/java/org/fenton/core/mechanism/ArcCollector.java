package org.fenton.core.mechanism;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Unites parallel rows between the same two nodes with the same sign and origin into one {@link Arc}: their distinct
 * studies are united, so that a paper listed twice adds nothing, match by match.
 */
final class ArcCollector {
    private static final Comparator<Step> ORDER = Comparator.comparing(Step::from)
            .thenComparing(Step::to)
            .thenComparing(Step::sign)
            .thenComparing(Step::origin)
            .thenComparing(Step::mediator);

    private final Map<Step, Map<ScopeMatch, List<Row>>> rows = new TreeMap<>(ORDER);

    record Step(String from, String to, int sign, Arc.Origin origin, String mediator) {
        Step(String from, String to, int sign, Arc.Origin origin) {
            this(from, to, sign, origin, "");
        }

        private boolean mediatedToFerroptosis() {
            return origin == Arc.Origin.MEDIATED && to.equals(MechanismGraph.FERROPTOSIS);
        }
    }

    /** A catalog row with its studies. */
    record Row(String id, List<String> studies) {}

    void add(Step step, ScopeMatch match, Row row) {
        if (!step.from.equals(step.to)) {
            rows.computeIfAbsent(step, s -> new TreeMap<>())
                    .computeIfAbsent(match, m -> new ArrayList<>())
                    .add(row);
        }
    }

    List<Arc> arcs() {
        List<Arc> arcs = new ArrayList<>();
        rows.forEach((step, byMatch) -> arcs.add(arc(step, byMatch)));
        return arcs;
    }

    /** The match with the most support speaks, the better match on a tie; rows of other matches are not cited. */
    private static Arc arc(Step step, Map<ScopeMatch, List<Row>> byMatch) {
        @Nullable Arc best = null;
        for (Map.Entry<ScopeMatch, List<Row>> entry : byMatch.entrySet()) {
            Set<String> ids = new TreeSet<>();
            Set<String> studies = new TreeSet<>();
            entry.getValue().forEach(row -> {
                ids.add(row.id);
                studies.addAll(row.studies);
            });
            // A context's arm sums up papers that mostly stand as edges too: it counts as one.
            boolean summary = step.origin == Arc.Origin.CONTEXT || step.mediatedToFerroptosis();
            double support = support(entry.getKey(), summary ? 1 : Math.max(1, studies.size()));
            if (best == null || support > best.support()) {
                best = new Arc(
                        step.from,
                        step.to,
                        step.sign,
                        entry.getKey(),
                        support,
                        ids,
                        studies,
                        step.origin,
                        step.mediator);
            }
        }
        return Objects.requireNonNull(best, "a step has rows");
    }

    private static double support(ScopeMatch match, int studies) {
        return switch (match) {
            case EXACT -> studies / (studies + 0.25);
            case GENERAL -> 0.8;
            case EXTRAPOLATED -> 0.5 * studies / (studies + 1.0);
            case NONE -> 0;
        };
    }
}
