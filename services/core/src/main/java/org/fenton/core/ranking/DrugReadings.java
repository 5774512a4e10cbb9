package org.fenton.core.ranking;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.tumour.TumourCase;
import org.jspecify.annotations.Nullable;

/** The terms that rest on what is known of the drugs of a candidate, one or two: the values, NaN for none, and the words. */
final class DrugReadings {
    private DrugReadings() {}

    /** 1 − Π(1 − v) over the drugs' best rows; two drugs through one row count once. */
    static double resistance(DrugInCase one, @Nullable DrugInCase other) {
        ResistanceLink.Link first = one.link().orElse(null);
        ResistanceLink.Link second = other == null ? first : other.link().orElse(null);
        if (first == null && second == null) {
            return Double.NaN;
        }
        double none;
        if (first == null || second == null) {
            none = 1 - (first == null ? second : first).value();
        } else if (first.fit().row().id().equals(second.fit().row().id())) {
            none = 1 - Math.max(first.value(), second.value());
        } else {
            none = (1 - first.value()) * (1 - second.value());
        }
        return 1 - none;
    }

    static Basis.Words resistance(List<DrugInCase> drugs, TumourCase tumourCase) {
        List<String> rows = links(drugs).stream()
                .map(link -> link.fit().row().id())
                .distinct()
                .sorted()
                .toList();
        return new Basis.Words(rows, "resistance to " + tumourCase.failedDrug().orElseThrow());
    }

    static List<ResistanceLink.Link> links(List<DrugInCase> drugs) {
        return drugs.stream().flatMap(each -> each.link().stream()).toList();
    }

    /** None when it is not known of each, and none is known not to be reached. */
    static double exposure(DrugInCase one, @Nullable DrugInCase other) {
        Drug.Reachable first = one.drug().reachable();
        Drug.Reachable second = other == null ? first : other.drug().reachable();
        if (first == Drug.Reachable.NO || second == Drug.Reachable.NO) {
            return -1;
        }
        return first == Drug.Reachable.UNKNOWN || second == Drug.Reachable.UNKNOWN ? Double.NaN : 0;
    }

    static Basis.Words exposure(List<DrugInCase> drugs) {
        for (DrugInCase each : drugs) {
            if (each.drug().reachable() == Drug.Reachable.NO) {
                return new Basis.Words(List.of(each.drug().id()), each.drug().name() + ": not reached in plasma");
            }
        }
        return new Basis.Words(ids(drugs), "reached in plasma");
    }

    private static List<String> ids(List<DrugInCase> drugs) {
        return drugs.stream().map(each -> each.drug().id()).toList();
    }

    /** Why {@link #exposure} has no value. */
    static String exposureNotKnown(List<DrugInCase> drugs) {
        return drugs.stream()
                .map(DrugInCase::drug)
                .filter(drug -> drug.reachable() == Drug.Reachable.UNKNOWN)
                .map(Drug::name)
                .collect(Collectors.joining(", ", "plasma exposure not known: ", ""));
    }

    static double repurposing(DrugInCase one, @Nullable DrugInCase other) {
        return Math.min(1, other == null ? one.stage() : Math.min(one.stage(), other.stage()));
    }

    static Basis.Words repurposing(List<DrugInCase> drugs) {
        return new Basis.Words(
                ids(drugs),
                drugs.stream()
                        .map(DrugInCase::drug)
                        .map(drug -> drug.name() + " "
                                + drug.approval()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '))
                        .collect(Collectors.joining(", ")));
    }

    static double contested(DrugInCase one, @Nullable DrugInCase other) {
        int contested = (one.contested() ? 1 : 0) + (other != null && other.contested() ? 1 : 0);
        return contested == 0 ? Double.NaN : -contested;
    }

    static Basis.Words contested(List<DrugInCase> drugs) {
        List<String> contested =
                ids(drugs.stream().filter(DrugInCase::contested).toList());
        return new Basis.Words(contested, "disputed: " + String.join(", ", contested));
    }
}
