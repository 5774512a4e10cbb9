package org.fenton.learning.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fenton.core.pathway.ActivityTable;
import org.fenton.core.pathway.CoverageReport.SourceCoverage;
import org.fenton.core.pathway.PathwayActivity;

/** Chooses the activities worth a row: of a small network all, of a large one the JAK/STAT factors and the strongest. */
final class ActivityRows {
    private static final int ALL_UP_TO = 16;
    private static final int STRONGEST = 14;
    private static final List<String> JAK_STAT =
            List.of("STAT1", "STAT2", "STAT3", "STAT4", "STAT5A", "STAT5B", "STAT6", "IRF1", "IRF9");

    private ActivityRows() {}

    static List<DotRow> of(CaseView view) {
        ActivityTable table = view.activities();
        int condition = table.conditions().indexOf(view.condition());
        List<PathwayActivity> all = new ArrayList<>();
        for (int s = 0; s < table.sources().size(); s++) {
            all.add(table.activity(s, condition));
        }
        Map<String, SourceCoverage> coverage = view.coverage().sources().stream()
                .collect(Collectors.toMap(SourceCoverage::source, Function.identity()));
        return chosen(all).stream()
                .map(activity -> row(activity, coverage.get(activity.source())))
                .toList();
    }

    /** What was left out, for the chart's heading. */
    static String shown(CaseView view) {
        int all = view.activities().sources().size();
        return all <= ALL_UP_TO
                ? "all " + all + " sources"
                : "JAK/STAT factors, then the " + STRONGEST + " strongest of " + all;
    }

    private static List<PathwayActivity> chosen(List<PathwayActivity> all) {
        if (all.size() <= ALL_UP_TO) {
            return all;
        }
        List<PathwayActivity> rows = new ArrayList<>(
                all.stream().filter(a -> JAK_STAT.contains(a.source())).toList());
        TreeSet<PathwayActivity> strongest =
                new TreeSet<>(Comparator.comparingDouble((PathwayActivity a) -> -Math.abs(a.score()))
                        .thenComparing(PathwayActivity::source));
        all.stream().filter(a -> !JAK_STAT.contains(a.source())).forEach(strongest::add);
        strongest.stream()
                .limit(STRONGEST)
                .sorted(Comparator.comparingDouble((PathwayActivity a) -> -a.score())
                        .thenComparing(PathwayActivity::source))
                .forEach(rows::add);
        return rows;
    }

    private static DotRow row(PathwayActivity activity, SourceCoverage coverage) {
        String p = activity.falseDiscoveryRate().isPresent()
                ? "; p (Benjamini-Hochberg) "
                        + String.format(
                                Locale.ROOT,
                                "%.2g",
                                activity.falseDiscoveryRate().getAsDouble())
                : "; the method gives no p value";
        return new DotRow(
                Svg.cut(activity.source(), 14),
                activity.source() + ": " + activity.statistic() + " " + Svg.signed(activity.score()) + p + "; "
                        + coverage.measured() + " of " + coverage.total() + " targets measured",
                new DotRow.Measured(coverage.measured(), coverage.total()),
                OptionalDouble.of(activity.score()),
                OptionalDouble.empty(),
                DotRow.mark(activity.falseDiscoveryRate()),
                "");
    }
}
