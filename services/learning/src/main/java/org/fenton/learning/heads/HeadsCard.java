package org.fenton.learning.heads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.fenton.learning.files.Json;
import org.fenton.learning.interaction.HeadEvaluation;

/** The card of a bundle of heads in words: all figures come from the bundle. */
public final class HeadsCard {
    private HeadsCard() {}

    /** The same facts as data: document, evaluations and id of the bundle. */
    public static JsonNode json(HeadsBundle bundle) {
        ObjectNode card = (ObjectNode) Json.tree(bundle.document());
        card.put("bundle", bundle.id()).put("kind", "heads");
        card.set("evaluations", Json.tree(bundle.evaluations()));
        return card;
    }

    public static String markdown(HeadsBundle bundle) {
        HeadsDocument document = bundle.document();
        StringBuilder card = new StringBuilder();
        card.append("# Model card: ").append(document.name()).append("\n\n");
        card.append(
                "Research use only. Generated from the bundle by `fenton train --heads`; no number here is typed by hand.\n\n");
        card.append("Bundle `").append(bundle.id()).append("`, seed ").append(document.seed());
        card.append(", ").append(document.library()).append(".\n\n");
        card.append("Names known: ").append(bundle.drugs().size()).append(" drugs, ");
        card.append(bundle.lines().size()).append(" cell lines.\n\n");
        document.heads().forEach((key, head) -> {
            card.append(head(key, head));
            card.append(evaluation(bundle, key));
        });
        section(card, "Intended use", document.notes().intendedUse());
        section(card, "Not intended for", document.notes().notIntendedUse());
        section(card, "Limits", document.notes().limits());
        section(card, "Licences and terms", document.notes().licences());
        return card.toString();
    }

    private static String head(String key, HeadsDocument.Head head) {
        StringBuilder text = new StringBuilder("## ").append(key).append("\n\n");
        text.append(head.definition()).append(".\n\n");
        text.append("%d rows of the screen %s (%d positive), %d drugs in %d pairs, %d lines; expected score in %s.\n\n"
                .formatted(
                        head.rows(),
                        head.screen().split("\\+")[0],
                        head.positiveRows(),
                        head.drugs(),
                        head.pairs(),
                        head.lines(),
                        head.unit()));
        text.append("The data hold whole expression of %d of these lines (%d rows); no feature comes from it.\n\n"
                .formatted(head.expressed().lines(), head.expressed().rows()));
        if (head.lentRows() > 0) {
            text.append(
                    "Besides, %d rows of another laboratory (%s) are evidence for the kernel, scaled to the same mean and spread and trusted less; nothing is judged by them.\n\n"
                            .formatted(head.lentRows(), head.screen().split("\\+")[1]));
        }
        text.append("Compared on the same inner folds (%s held out):\n\n"
                .formatted(head.pairs() > head.drugs() ? "a drug, a drug and the line, or the pair" : "the line"));
        text.append("| tried | inner ROC AUC |\n|---|---|\n");
        if (head.decided().get("inner_roc_auc") instanceof Map<?, ?> tried) {
            tried.entrySet().stream()
                    .sorted((a, b) -> Double.compare((Double) b.getValue(), (Double) a.getValue()))
                    .forEach(e -> text.append("| %s | %.3f |\n".formatted(e.getKey(), (Double) e.getValue())));
        }
        text.append("\nUsed: ").append(head.decided().get("chosen")).append(". Calibration: ");
        text.append(head.decided().get("calibration"));
        text.append(" (log loss on rows it was not fitted on: Platt %.4f, isotonic %.4f). "
                .formatted((Double) head.decided().get("calibration_log_loss_platt"), (Double)
                        head.decided().get("calibration_log_loss_isotonic")));
        text.append("Withheld beyond distance %.3f, the 95th percentile of inner held-out rows.\n\n"
                .formatted((Double) head.decided().get("abstain_above_distance")));
        return text.toString();
    }

    private static String evaluation(HeadsBundle bundle, String key) {
        HeadEvaluation evaluation = bundle.evaluations().get(key);
        StringBuilder text = new StringBuilder(
                "On rows that the inner folds held out, calibrated on the other half of the"
                        + " pairs. The scorer was chosen on these rows, so the areas are slightly kind; `fenton evaluate` has outer folds.\n\n");
        text.append("| rows | number | ROC AUC | average precision | Brier | calibration error | share positive |"
                + " sets hold the label (nominal %.2f) | beyond reach |\n|---|---|---|---|---|---|---|---|---|\n"
                        .formatted(evaluation.nominalCoverage()));
        evaluation
                .groups()
                .forEach((name, group) -> text.append("| %s | %d | %s | %s | %s | %s | %s | %.3f | %.3f |\n"
                        .formatted(
                                name,
                                group.rows(),
                                measure(group, "roc_auc"),
                                measure(group, "pr_auc"),
                                measure(group, "brier"),
                                measure(group, "calibration_error"),
                                measure(group, "base_rate"),
                                group.coverage(),
                                group.abstained())));
        text.append("\n| tissue | rows | sets hold the label | beyond reach |\n|---|---|---|---|\n");
        evaluation
                .coverageByTissue()
                .forEach((tissue, in) -> text.append(
                        "| %s | %d | %.3f | %.3f |\n".formatted(tissue, in.rows(), in.coverage(), in.abstained())));
        HeadEvaluation.Stability stability = evaluation.rankStability();
        text.append(
                "\nRanking %d rows by the kernels of %d draws of the pairs with replacement: two such rankings correlate by %.3f (Spearman) and share %.3f of their top tenth.\n\n"
                        .formatted(
                                stability.candidates(),
                                stability.models(),
                                stability.spearman(),
                                stability.topTenthShared()));
        text.append("![Reliability of %s](../heads/%s/%s)\n\n"
                .formatted(key, bundle.document().name(), HeadsBundle.reliability(key)));
        return text.toString();
    }

    private static String measure(HeadEvaluation.Group group, String name) {
        Double value = group.measures().get(name);
        return value == null ? "–" : "%.3f".formatted(value);
    }

    private static void section(StringBuilder card, String title, List<String> items) {
        card.append("## ").append(title).append("\n\n");
        items.forEach(item -> card.append("- ").append(item).append('\n'));
        card.append('\n');
    }
}
