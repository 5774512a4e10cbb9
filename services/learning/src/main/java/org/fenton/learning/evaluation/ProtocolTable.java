package org.fenton.learning.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fenton.learning.evaluation.ProtocolReport.Figure;
import org.fenton.learning.evaluation.ProtocolReport.Scored;
import org.fenton.learning.measures.Measure;

/** A report as a table for people: a line a predictor, a column a measure, then the aim and whether it was reached. */
public final class ProtocolTable {
    private static final int NAME = 24;
    private static final int CELL = 22;

    private ProtocolTable() {}

    public static String text(ProtocolReport report) {
        StringBuilder text = new StringBuilder();
        text.append("%s (%s, %d folds, seed %d); mean over folds [95 %% interval]%n"
                .formatted(report.protocol(), report.regime(), report.folds().size(), report.seed()));
        append(text, report.modelName(), report.model(), report.baselines());
        if (report.lead() != null) {
            text.append("model minus %s on the %d rows both answer:"
                    .formatted(report.lead().over(), report.lead().rows()));
            for (Measure measure : List.of(Measure.ROC_AUC, Measure.PR_AUC, Measure.PEARSON)) {
                Figure figure = report.lead().figures().get(measure.key());
                if (figure != null) {
                    text.append(" %s %+.3f [%+.3f, %+.3f]"
                            .formatted(measure.key(), figure.value(), figure.lower(), figure.upper()));
                }
            }
            text.append('\n');
        }
        report.slices().forEach((name, slice) -> {
            text.append("slice %s, %d rows%n".formatted(name, slice.rows()));
            append(text, report.modelName(), slice.model(), slice.baselines());
        });
        if (report.uncertainty() != null && report.uncertainty().coverage() != null) {
            text.append("prediction sets: coverage %.3f of nominal %.3f; by tissue"
                    .formatted(
                            report.uncertainty().coverage().coverage(),
                            report.uncertainty().nominalCoverage()));
            report.uncertainty()
                    .byTissue()
                    .forEach((tissue, c) -> text.append(" %s %.3f".formatted(tissue, c.coverage())));
            text.append('\n');
        }
        text.append("trivial floor stated beforehand: %s%n".formatted(report.floor()));
        report.aims().forEach((measure, aim) -> {
            Figure figure = report.model().figures().get(measure);
            text.append(aim(measure, aim, figure));
        });
        if (report.aims().isEmpty()) {
            text.append("no aim was set for this protocol\n");
        }
        return text.toString().replace("\r\n", "\n");
    }

    private static String aim(String measure, double aim, @org.jspecify.annotations.Nullable Figure figure) {
        if (figure == null) {
            return "aim %s >= %.3f: missed, the model has no such answer%n".formatted(measure, aim);
        }
        return "aim %s >= %.3f: %.3f, %s%n"
                .formatted(measure, aim, figure.value(), figure.value() >= aim ? "reached" : "missed");
    }

    private static void append(StringBuilder text, String modelName, Scored model, Map<String, Scored> baselines) {
        Set<String> measures = new TreeSet<>();
        measures.addAll(model.figures().keySet());
        baselines.values().forEach(b -> measures.addAll(b.figures().keySet()));
        text.append(pad("predictor", NAME)).append(pad("undefined rows", CELL));
        for (Measure measure : Measure.values()) {
            if (measures.contains(measure.key())) {
                text.append(pad(measure.key(), CELL));
            }
        }
        text.append('\n');
        line(text, "model: " + modelName, model, measures);
        baselines.forEach((name, scored) -> line(text, name, scored, measures));
    }

    private static void line(StringBuilder text, String name, Scored scored, Set<String> measures) {
        int rows = scored.rows() + scored.undefinedRows();
        text.append(pad(name, NAME)).append(pad(scored.undefinedRows() + " of " + rows, CELL));
        for (Measure measure : Measure.values()) {
            if (measures.contains(measure.key())) {
                Figure figure = scored.figures().get(measure.key());
                text.append(pad(
                        figure == null
                                ? "-"
                                : "%.3f [%.3f, %.3f]".formatted(figure.value(), figure.lower(), figure.upper()),
                        CELL));
            }
        }
        text.append('\n');
    }

    private static String pad(String cell, int width) {
        return cell + " ".repeat(Math.max(1, width - cell.length()));
    }
}
