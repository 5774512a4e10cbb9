package org.fenton.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.fenton.core.knowledge.CloseNames;
import org.fenton.core.ranking.Preferences;
import org.fenton.core.ranking.TermKind;

/**
 * Reads {@code preferences}: a name and factors by term, for example {@code {"weights": {"evidence": 2}}}.
 *
 * @param terms of the policy, its own among them
 */
record PreferenceReader(Strict document, List<TermKind> terms) {
    Preferences read() {
        if (!document.has("preferences")) {
            return Preferences.NONE;
        }
        Strict preferences = document.object("preferences");
        preferences.allow("name", "weights");
        String name = preferences.text("name").orElse("");
        Map<TermKind, Double> factors = new TreeMap<>();
        if (preferences.has("weights")) {
            Strict weights = preferences.object("weights");
            weights.raw().properties().forEach(member -> factor(weights, member.getKey(), factors));
        }
        return new Preferences(name, factors);
    }

    private void factor(Strict weights, String label, Map<TermKind, Double> factors) {
        Optional<TermKind> kind =
                terms.stream().filter(each -> each.label().equals(label)).findFirst();
        if (kind.isEmpty()) {
            List<String> labels = terms.stream().map(TermKind::label).toList();
            List<String> close = CloseNames.of(label, labels);
            weights.problem(
                    "/" + Strict.escaped(label), "no such term", "one of " + (close.isEmpty() ? labels : close));
            return;
        }
        OptionalDouble factor = weights.number(label);
        double least = Preferences.least(kind.get());
        if (factor.isPresent() && factor.getAsDouble() >= least && factor.getAsDouble() <= Preferences.LARGEST) {
            factors.put(kind.get(), factor.getAsDouble());
        } else if (factor.isPresent()) {
            weights.problem(
                    "/" + Strict.escaped(label),
                    "a factor from " + CanonicalJson.number(least) + " to " + CanonicalJson.number(Preferences.LARGEST)
                            + " is expected, not " + CanonicalJson.number(factor.getAsDouble()),
                    kind.get() == TermKind.SAFETY ? "safety is never weighed less" : "");
        }
    }
}
