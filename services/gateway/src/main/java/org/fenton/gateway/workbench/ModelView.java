package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fenton.gateway.model.LiveUse;
import org.fenton.gateway.workbench.Understanding.Fact;

/**
 * A model's card as people read it.
 *
 * @param measures each metric with the model and the baselines it has to beat
 * @param reliability predicted against observed, a plot a regime; empty where nothing is known
 * @param noReliability why there is none
 * @param tissues how intervals and abstention did in the lines of each; empty where nothing is known
 * @param drift what it is asked now, beside what it was tested on
 */
public record ModelView(
        String name,
        String bundle,
        String roles,
        String predicts,
        String protocol,
        String regime,
        List<String> intended,
        List<String> notIntended,
        List<String> limits,
        List<Fact> training,
        List<Measure> measures,
        List<Calibration> calibration,
        List<Fold> folds,
        List<ReliabilityPlot> reliability,
        String noReliability,
        List<TissueLine> tissues,
        List<Fact> drift) {
    /**
     * @param better in which direction a value is better
     * @param verdict the model beside the best of the baselines, in words
     */
    public record Measure(String name, String better, String verdict, List<Line> lines, String low, String high) {}

    /** A mean with its 95 % interval, drawn on the axis of its measure, 220 units long. */
    public record Line(String who, boolean model, String mean, String interval, double left, double width, double at) {}

    /** How predicted probabilities were straightened, a view each. */
    public record Calibration(String view, String slope, String intercept, String coverage) {}

    /** What was left out in one fold, and how the intervals and the abstention did there. */
    public record Fold(String number, String drugs, String rows, String coverage, String width, String abstained) {}

    /** A dash where there is no pair of enough lines to judge intervals by. */
    public record TissueLine(
            String tissue,
            String rows,
            String predicted,
            String observed,
            String abstained,
            String pairs,
            String coverage) {}

    private record Kind(String key, String name, String better) {
        boolean isHigherBetter() {
            return better.startsWith("higher");
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("roc_auc", "ROC AUC", "higher is better, 0.5 is chance"),
            new Kind("pr_auc", "PR AUC", "higher is better, the base rate is chance"),
            new Kind("brier", "Brier score", "lower is better"),
            new Kind("calibration_error", "Calibration error", "lower is better"));
    private static final double LENGTH = 220;
    private static final double SHIFTED = 0.2;

    static ModelView of(JsonNode model, JsonNode card, Optional<LiveUse> live) {
        JsonNode evaluation = card.path("evaluation");
        List<Measure> measures = new ArrayList<>();
        KINDS.forEach(kind -> measures.add(measure(kind, evaluation)));
        List<Calibration> calibration = new ArrayList<>();
        card.path("views").properties().forEach(view -> calibration.add(calibration(view.getKey(), view.getValue())));
        JsonNode training = card.path("training");
        return new ModelView(
                model.path("id").asText(),
                model.path("bundle").asText(),
                String.join(", ", FactView.texts(model.path("roles"))),
                model.path("definition").asText(),
                evaluation.path("protocol").asText("not stated"),
                evaluation.path("regime").asText("not stated"),
                FactView.texts(card.at("/notes/intendedUse")),
                FactView.texts(card.at("/notes/notIntendedUse")),
                FactView.texts(card.at("/notes/limits")),
                List.of(
                        new Fact("Rows", Numbers.count(training.path("rows").asLong())),
                        new Fact(
                                "Synergistic rows",
                                Numbers.count(training.path("synergisticRows").asLong())),
                        new Fact("Pairs", Numbers.count(training.path("pairs").asLong())),
                        new Fact("Drugs", Numbers.count(training.path("drugs").asLong())),
                        new Fact(
                                "Cell lines",
                                Numbers.count(training.path("lines").asLong())),
                        new Fact("Abstains", card.at("/abstention/rule").asText("not stated"))),
                measures.stream().filter(measure -> !measure.lines().isEmpty()).toList(),
                calibration,
                folds(evaluation),
                ReliabilityPlot.byRegime(card.path("reliability")),
                card.at("/reliability/problem")
                        .asText("No bins of held-out rows lie beside this bundle, so none is drawn."),
                tissues(card.path("tissues")),
                drift(evaluation, live));
    }

    private static List<Fold> folds(JsonNode evaluation) {
        List<Fold> folds = new ArrayList<>();
        for (JsonNode fold : evaluation.path("folds")) {
            folds.add(new Fold(
                    fold.path("fold").asText(),
                    Numbers.count(fold.path("heldOutDrugs").size()),
                    Numbers.count(fold.path("testRows").asLong()),
                    Numbers.fixed(fold.path("intervalCoverage").asDouble(), 3),
                    Numbers.fixed(fold.path("intervalMeanWidth").asDouble(), 3),
                    percent(fold.path("abstainedShare").asDouble())));
        }
        return folds;
    }

    private static List<TissueLine> tissues(JsonNode tissues) {
        return tissues.properties().stream()
                .map(tissue -> {
                    JsonNode figures = tissue.getValue();
                    JsonNode coverage = figures.path("coverage");
                    return new TissueLine(
                            tissue.getKey(),
                            Numbers.count(figures.path("rows").asLong()),
                            Numbers.fixed(figures.path("predicted").asDouble(), 3),
                            Numbers.fixed(figures.path("observed").asDouble(), 3),
                            percent(figures.path("abstained").asDouble()),
                            Numbers.count(figures.path("pairs").asLong()),
                            coverage.isNumber() ? Numbers.fixed(coverage.asDouble(), 3) : "–");
                })
                .toList();
    }

    private static List<Fact> drift(JsonNode evaluation, Optional<LiveUse> live) {
        if (live.isEmpty()) {
            return List.of();
        }
        LiveUse use = live.get();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Candidates asked about", Numbers.count(use.asked())));
        if (use.asked() > 0) {
            double most = 0;
            for (JsonNode fold : evaluation.path("folds")) {
                most = Math.max(most, fold.path("abstainedShare").asDouble());
            }
            double share = (double) use.abstained() / use.asked();
            boolean further = evaluation.path("folds").size() > 0 && share > most;
            facts.add(new Fact(
                    "Without a probability",
                    percent(share),
                    further
                            ? "more than in any fold of its evaluation (at most " + percent(most)
                                    + "): these drugs are further from its training than the held-out ones were"
                            : ""));
        }
        facts.add(new Fact(
                "Stability of probabilities (PSI)",
                use.stability().isPresent()
                        ? Numbers.fixed(use.stability().getAsDouble(), 3)
                        : "not known yet: too few predictions since the start",
                use.stability().orElse(0) > SHIFTED ? "above 0.2, which is usually called a shift" : ""));
        return facts;
    }

    private static String percent(double share) {
        return Numbers.fixed(share * 100, 1) + " %";
    }

    private static Calibration calibration(String name, JsonNode view) {
        return new Calibration(
                DrugFacts.lower(name),
                Numbers.plain(view.at("/calibration/slope").asDouble()),
                Numbers.plain(view.at("/calibration/intercept").asDouble()),
                Numbers.plain(view.at("/interval/coverage").asDouble()));
    }

    private static Measure measure(Kind kind, JsonNode evaluation) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("this model", true, evaluation.path("model").path(kind.key())));
        evaluation
                .path("subgroups")
                .properties()
                .forEach(group -> rows.add(new Row(
                        "this model, " + group.getKey().replace('-', ' '),
                        true,
                        group.getValue().path(kind.key()))));
        evaluation
                .path("baselines")
                .properties()
                .forEach(base -> rows.add(new Row(
                        base.getKey().replace('-', ' '), false, base.getValue().path(kind.key()))));
        rows.removeIf(row -> !row.value.path("mean").isNumber());
        double low = rows.stream()
                .mapToDouble(row -> row.value.path("lower").asDouble())
                .min()
                .orElse(0);
        double high = rows.stream()
                .mapToDouble(row -> row.value.path("upper").asDouble())
                .max()
                .orElse(1);
        return new Measure(
                kind.name(),
                kind.better(),
                verdict(kind, rows),
                rows.stream().map(row -> row.line(low, high)).toList(),
                Numbers.fixed(low, 3),
                Numbers.fixed(high, 3));
    }

    /** A model that a table of means beats has to say so itself. */
    private static String verdict(Kind kind, List<Row> rows) {
        Comparator<Row> worse = Comparator.comparingDouble(Row::mean);
        Comparator<Row> order = kind.isHigherBetter() ? worse : worse.reversed();
        Optional<Row> best = rows.stream().filter(row -> !row.model).max(order);
        if (best.isEmpty() || rows.isEmpty() || !rows.get(0).model) {
            return "";
        }
        boolean beats = order.compare(rows.get(0), best.get()) > 0;
        return "best baseline: " + best.get().who + " ("
                + Numbers.fixed(best.get().mean(), 3) + "); the model " + (beats ? "is better" : "is not better");
    }

    private record Row(String who, boolean model, JsonNode value) {
        double mean() {
            return value.path("mean").asDouble();
        }

        Line line(double low, double high) {
            double left = at(value.path("lower").asDouble(), low, high);
            double right = at(value.path("upper").asDouble(), low, high);
            return new Line(
                    who,
                    model,
                    Numbers.fixed(value.path("mean").asDouble(), 3),
                    Numbers.fixed(value.path("lower").asDouble(), 3) + " to "
                            + Numbers.fixed(value.path("upper").asDouble(), 3),
                    left,
                    Math.max(1, right - left),
                    at(value.path("mean").asDouble(), low, high));
        }

        private static double at(double x, double low, double high) {
            return Math.round((6 + (high == low ? 0.5 : (x - low) / (high - low)) * (LENGTH - 12)) * 10) / 10.0;
        }
    }
}
