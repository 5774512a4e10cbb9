package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.ranking.Term.Reading;
import org.fenton.core.tumour.TumourCase;

/** The terms that rest on what is known of the drugs of a candidate, one or two. */
final class DrugReadings {
    private DrugReadings() {}

    /** 1 − Π(1 − v) over the drugs' best rows; two drugs through one row count once. */
    static Optional<Reading> resistance(List<DrugInCase> drugs, TumourCase tumourCase) {
        ResistanceLink.Link first = drugs.get(0).link().orElse(null);
        ResistanceLink.Link second = drugs.get(drugs.size() - 1).link().orElse(null);
        if (first == null && second == null) {
            return Optional.empty();
        }
        double none;
        if (first == null || second == null) {
            none = 1 - (first == null ? second : first).value();
        } else if (first.fit().row().id().equals(second.fit().row().id())) {
            none = 1 - Math.max(first.value(), second.value());
        } else {
            none = (1 - first.value()) * (1 - second.value());
        }
        return Optional.of(new Reading(
                1 - none,
                0.15,
                Basis.later(
                        () -> rows(drugs),
                        () -> "resistance to " + tumourCase.failedDrug().orElseThrow())));
    }

    private static List<String> rows(List<DrugInCase> drugs) {
        return links(drugs).stream()
                .map(link -> link.fit().row().id())
                .distinct()
                .sorted()
                .toList();
    }

    static List<ResistanceLink.Link> links(List<DrugInCase> drugs) {
        return drugs.stream().flatMap(each -> each.link().stream()).toList();
    }

    /** Empty when it is not known of each, and none is known not to be reached. */
    static Optional<Reading> exposure(List<DrugInCase> drugs) {
        boolean known = true;
        for (DrugInCase each : drugs) {
            Drug drug = each.drug();
            if (drug.reachable() == Drug.Reachable.NO) {
                Basis basis = Basis.later(() -> List.of(drug.id()), () -> drug.name() + ": not reached in plasma");
                return Optional.of(new Reading(-1, 0, basis));
            }
            known &= drug.reachable() != Drug.Reachable.UNKNOWN;
        }
        return known
                ? Optional.of(new Reading(0, 0, Basis.later(() -> ids(drugs), () -> "reached in plasma")))
                : Optional.empty();
    }

    private static List<String> ids(List<DrugInCase> drugs) {
        return drugs.stream().map(each -> each.drug().id()).toList();
    }

    /** Why {@link #exposure} is empty. */
    static String exposureNotKnown(List<DrugInCase> drugs) {
        return drugs.stream()
                .map(DrugInCase::drug)
                .filter(drug -> drug.reachable() == Drug.Reachable.UNKNOWN)
                .map(Drug::name)
                .collect(Collectors.joining(", ", "plasma exposure not known: ", ""));
    }

    static Reading repurposing(List<DrugInCase> drugs) {
        double least = 1;
        for (DrugInCase each : drugs) {
            least = Math.min(least, each.stage());
        }
        return new Reading(least, 0, Basis.later(() -> ids(drugs), () -> approvals(drugs)));
    }

    private static String approvals(List<DrugInCase> drugs) {
        return drugs.stream()
                .map(DrugInCase::drug)
                .map(drug -> drug.name() + " "
                        + drug.approval().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    static Optional<Reading> contested(List<DrugInCase> drugs) {
        List<String> contested = new ArrayList<>(2);
        for (DrugInCase each : drugs) {
            if (each.contested()) {
                contested.add(each.drug().id());
            }
        }
        return contested.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reading(
                        -contested.size(),
                        0,
                        Basis.later(() -> contested, () -> "disputed: " + String.join(", ", contested))));
    }
}
