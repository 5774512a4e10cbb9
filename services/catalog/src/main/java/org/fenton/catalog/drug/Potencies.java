package org.fenton.catalog.drug;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The measured potencies of a drug, target by target: range, censoring, disagreement. */
final class Potencies {
    private Potencies() {}

    /** Targets with at least one value, by node. */
    static List<DrugPage.Potency> of(List<DrugTarget> targets) {
        Map<String, List<DrugTarget>> byTarget = targets.stream()
                .filter(target -> target.potencyNanomolar() != null)
                .collect(Collectors.groupingBy(
                        target -> target.node() + " " + target.effect(), TreeMap::new, Collectors.toList()));
        List<DrugPage.Potency> potencies = new ArrayList<>();
        byTarget.values().forEach(values -> potencies.add(one(values)));
        return potencies;
    }

    private static DrugPage.Potency one(List<DrugTarget> targets) {
        double[] exact = targets.stream()
                .filter(target -> target.relation() == Relation.EQUAL)
                .mapToDouble(DrugTarget::potencyNanomolar)
                .sorted()
                .toArray();
        List<DrugPage.Value> values = targets.stream()
                .map(target -> new DrugPage.Value(
                        target.relation(),
                        target.potencyNanomolar(),
                        target.assay(),
                        target.confidence(),
                        target.source()))
                .toList();
        boolean any = exact.length > 0;
        return new DrugPage.Potency(
                targets.get(0).node(),
                targets.get(0).effect(),
                targets.stream().anyMatch(DrugTarget::contested),
                exact.length,
                targets.size() - exact.length,
                any ? exact[0] : null,
                any ? exact[exact.length - 1] : null,
                exact.length < 2 ? null : Math.log10(exact[exact.length - 1] / exact[0]),
                values);
    }
}
