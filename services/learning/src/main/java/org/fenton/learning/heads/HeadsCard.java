package org.fenton.learning.heads;

import java.util.List;
import java.util.Map;

/** The card of a bundle of heads in words: all figures come from the bundle. */
public final class HeadsCard {
    private HeadsCard() {}

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
        document.heads().forEach((key, head) -> card.append(head(key, head)));
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
                        head.screen(),
                        head.positiveRows(),
                        head.drugs(),
                        head.pairs(),
                        head.lines(),
                        head.unit()));
        text.append("Compared on the same inner folds (a drug, a drug and the line, or the pair held out):\n\n");
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

    private static void section(StringBuilder card, String title, List<String> items) {
        card.append("## ").append(title).append("\n\n");
        items.forEach(item -> card.append("- ").append(item).append('\n'));
        card.append('\n');
    }
}
