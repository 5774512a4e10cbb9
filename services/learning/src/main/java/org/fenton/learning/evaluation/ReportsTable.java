package org.fenton.learning.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reports of several protocols as one Markdown table, a line a protocol: the model, the strongest baseline, the aims. */
public final class ReportsTable {
    private static final String HEADER = """
            | protocol | ROC AUC | average precision | Pearson | calibration error | sets hold the label | strongest baseline | trivial floor | aim |
            |---|---|---|---|---|---|---|---|---|
            """;

    private ReportsTable() {}

    /** @param reports as {@code fenton evaluate} wrote them, in the order wanted */
    public static String markdown(List<JsonNode> reports) {
        StringBuilder table = new StringBuilder(HEADER);
        reports.forEach(report -> table.append(line(report)));
        return table.toString();
    }

    private static String line(JsonNode report) {
        JsonNode model = report.path("model");
        return "| `%s` | %s | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        report.path("protocol").asText(),
                        figure(model, "roc_auc"),
                        figure(model, "pr_auc"),
                        figure(model, "pearson"),
                        figure(model, "calibration_error"),
                        coverage(report),
                        strongest(report),
                        report.path("floor").asText(),
                        aims(report));
    }

    private static String figure(JsonNode scored, String measure) {
        JsonNode figure = scored.path(measure);
        return figure.isMissingNode()
                ? "–"
                : "%.3f [%.3f, %.3f]"
                        .formatted(
                                figure.path("value").asDouble(),
                                figure.path("lower").asDouble(),
                                figure.path("upper").asDouble());
    }

    private static String coverage(JsonNode report) {
        JsonNode uncertainty = report.path("uncertainty");
        return uncertainty.path("coverage").isObject()
                ? "%.3f of %.2f"
                        .formatted(
                                uncertainty.path("coverage").path("coverage").asDouble(),
                                uncertainty.path("nominal_coverage").asDouble())
                : "–";
    }

    /** By ROC AUC, of those that answer every row. */
    private static String strongest(JsonNode report) {
        Optional<java.util.Map.Entry<String, JsonNode>> best = fields(report.path("baselines"))
                .filter(b -> b.getValue().path("undefined_rows").asInt() == 0
                        && b.getValue().has("roc_auc"))
                .max(Comparator.comparingDouble(
                        b -> b.getValue().path("roc_auc").path("value").asDouble()));
        return best.map(b -> b.getKey() + " " + figure(b.getValue(), "roc_auc")).orElse("–");
    }

    private static String aims(JsonNode report) {
        List<String> aims = new ArrayList<>();
        fields(report.path("aims")).forEach(aim -> {
            double wanted = aim.getValue().asDouble();
            double reached =
                    report.path("model").path(aim.getKey()).path("value").asDouble(Double.NaN);
            aims.add("%s ≥ %.3f %s".formatted(aim.getKey(), wanted, reached >= wanted ? "reached" : "missed"));
        });
        return aims.isEmpty() ? "none set" : String.join("; ", aims);
    }

    private static Stream<java.util.Map.Entry<String, JsonNode>> fields(JsonNode node) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(node.fields(), 0), false);
    }
}
