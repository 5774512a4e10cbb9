package org.fenton.core.mechanism;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fenton.core.knowledge.DrugTarget;

/**
 * One way from a drug's target to ferroptosis.
 *
 * @param arm the first STAT or other regulator on the way, which names the arm of the pathway
 * @param direction +1 when the drug promotes ferroptosis along it, −1 when it inhibits
 * @param potency factor from the target's potency, in (0, 1]
 * @param activity factor from the arm's activity in the case, in (0, 1)
 * @param activityBasis what {@code activity} was read from
 * @param strength potency × activity × weakest support of the arcs, in (0, 1)
 */
public record EffectPath(
        DrugTarget target,
        List<Arc> arcs,
        String arm,
        int direction,
        double potency,
        double activity,
        String activityBasis,
        double strength) {
    public EffectPath {
        arcs = List.copyOf(arcs);
    }

    /** Studies of every step, without repetition. */
    public Set<String> studies() {
        Set<String> all = new TreeSet<>();
        arcs.forEach(arc -> all.addAll(arc.studies()));
        return all;
    }

    public Set<String> edges() {
        Set<String> all = new TreeSet<>();
        arcs.forEach(arc -> all.addAll(arc.edges()));
        return all;
    }

    /**
     * Orders equally strong ways, the most telling first: with a step seen in this disease, without steps of a context's
     * summary, without steps assigned to a cytokine's carrier, short.
     */
    static Comparator<List<Arc>> tellingFirst() {
        return Comparator.comparing((List<Arc> arcs) -> arcs.stream().noneMatch(arc -> arc.match() == ScopeMatch.EXACT))
                .thenComparing(arcs -> arcs.stream().filter(Arc::summary).count())
                .thenComparing(arcs -> arcs.stream().filter(Arc::mediated).count())
                .thenComparing(List::size);
    }

    /** The worst match on the way. */
    public ScopeMatch match() {
        return arcs.stream().map(Arc::match).max(Enum::compareTo).orElse(ScopeMatch.NONE);
    }

    /** For example {@code ruxolitinib ⊣ JAK2 → STAT3 → SLC7A11 …}, without the drug. */
    public String text() {
        return (target.sign() < 0 ? "⊣ " : "→ ")
                + target.node()
                + arcs.stream()
                        .map(arc -> (arc.sign() > 0 ? " → " : " ⊣ ") + arc.to() + (arc.mediated() ? "*" : ""))
                        .collect(Collectors.joining());
    }
}
