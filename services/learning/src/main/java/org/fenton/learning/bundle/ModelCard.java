package org.fenton.learning.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.fenton.learning.files.Json;

/** The model card, made of a bundle's document and evaluation; no number in it is typed. */
public final class ModelCard {
    private final ObjectNode json;

    private ModelCard(ObjectNode json) {
        this.json = json;
    }

    static ModelCard of(BundleDocument document, JsonNode evaluation) {
        ObjectNode json = (ObjectNode) Json.tree(document);
        json.remove("files");
        json.set("evaluation", evaluation);
        return new ModelCard(json);
    }

    /** The card of a loaded bundle, with its id. */
    public static ModelCard of(ModelBundle bundle) {
        return new ModelCard(bundle.card().deepCopy());
    }

    JsonNode json() {
        return json;
    }

    public String markdown() {
        StringBuilder md = new StringBuilder();
        md.append("# Model card: ").append(json.path("name").asText()).append("\n\n");
        md.append(
                "Research use only. Generated from the bundle by `fenton train`; no number here is typed by hand.\n\n");
        if (json.has("bundle")) {
            md.append("Bundle `").append(json.path("bundle").asText()).append("`\n\n");
        }
        md.append("**").append(json.at("/head/id").asText()).append("**: ");
        md.append(json.at("/head/definition").asText()).append("\n\n");
        training(md);
        evaluation(md);
        intervals(md);
        heldOut().map(HeldOutSection::markdown).ifPresent(md::append);
        agreement(md);
        list(md, "Intended use", json.at("/notes/intendedUse"));
        list(md, "Not intended for", json.at("/notes/notIntendedUse"));
        list(md, "Limits", json.at("/notes/limits"));
        list(md, "Licences and terms", json.at("/notes/licences"));
        return md.toString();
    }

    /** Writes the card and, where held-out rows are known, its picture into {@code images/} beside it. */
    public void write(Path file) throws IOException {
        Files.writeString(file, markdown());
        Optional<HeldOutSection> heldOut = heldOut();
        if (heldOut.isPresent()) {
            Path picture = file.resolveSibling(heldOut.get().picture());
            Files.createDirectories(picture.getParent());
            Files.writeString(picture, heldOut.get().svg());
        }
    }

    private Optional<HeldOutSection> heldOut() {
        return Optional.of(new HeldOutSection(
                        json.path("name").asText(), json.at("/reliability/model"), json.path("tissues")))
                .filter(section -> section.bins().isArray() && section.tissues().isObject());
    }

    private void training(StringBuilder md) {
        JsonNode t = json.path("training");
        md.append("## Training\n\n");
        md.append(t.path("rows").asInt())
                .append(" rows (")
                .append(t.path("synergisticRows").asInt());
        md.append(" with synergy), ").append(t.path("drugs").asInt()).append(" drugs in ");
        md.append(t.path("pairs").asInt())
                .append(" unordered pairs, ")
                .append(t.path("lines").asInt());
        md.append(" lines; seed ").append(t.path("seed").asLong()).append("; ");
        md.append(t.path("library").asText()).append(". In the model file: ");
        md.append(t.path("neutralised").asText()).append(".\n\n");
        md.append("| tried | inner ROC AUC |\n|---|---|\n");
        for (JsonNode tried : t.path("innerValidation")) {
            md.append("| ").append(tried.at("/choice/name").asText()).append(" | ");
            md.append(number(tried.path("innerRocAuc"))).append(" |\n");
        }
        md.append("\nChosen: ").append(t.at("/choice/name").asText()).append(", by inner validation only.\n\n");
    }

    private void evaluation(StringBuilder md) {
        JsonNode e = json.path("evaluation");
        md.append("## Evaluation: ").append(e.path("protocol").asText()).append("\n\n");
        md.append(e.path("regime").asText()).append("\n\n");
        md.append("Mean over folds [95 % interval] (each fold).\n\n");
        md.append("| predictor | rows | ROC AUC | PR AUC | Brier | calibration error |\n|---|---|---|---|---|---|\n");
        row(md, "**model**", e.path("model"));
        e.path("subgroups").properties().forEach(s -> row(md, "model, " + s.getKey(), s.getValue()));
        e.path("baselines").properties().forEach(s -> row(md, s.getKey(), s.getValue()));
        comparison(md, e);
        md.append("\nA predictor with no row is undefined in this regime. Base rate of synergy: ");
        md.append(figure(e.at("/model/base_rate"))).append(".\n\n");
    }

    /** Says plainly which baseline is best and whether the model beats it. */
    private static void comparison(StringBuilder md, JsonNode evaluation) {
        double model = evaluation.at("/model/roc_auc/mean").asDouble();
        String best = "";
        double bestAuc = 0;
        for (var baseline : evaluation.path("baselines").properties()) {
            double auc = baseline.getValue().at("/roc_auc/mean").asDouble();
            if (auc > bestAuc) {
                bestAuc = auc;
                best = baseline.getKey();
            }
        }
        md.append("\nThe best baseline by ROC AUC is ").append(best);
        md.append(String.format(Locale.ROOT, " (%.3f); the model (%.3f) ", bestAuc, model));
        md.append(model > bestAuc ? "beats it" : "does not beat it");
        md.append(". Line and partner-by-line means know the very line, which no new tumour has.\n");
    }

    private static void row(StringBuilder md, String name, JsonNode summary) {
        md.append("| ").append(name).append(" | ").append(summary.path("rows").asInt());
        for (String measure : new String[] {"roc_auc", "pr_auc", "brier", "calibration_error"}) {
            md.append(" | ").append(figure(summary.path(measure)));
        }
        md.append(" |\n");
    }

    private static String figure(JsonNode figure) {
        if (figure.isMissingNode()) {
            return "undefined";
        }
        StringBuilder text = new StringBuilder(number(figure.path("mean")));
        text.append(" [").append(number(figure.path("lower"))).append(", ");
        text.append(number(figure.path("upper"))).append("] (");
        String separator = "";
        for (JsonNode fold : figure.path("folds")) {
            text.append(separator).append(number(fold));
            separator = " ";
        }
        return text.append(')').toString();
    }

    private void intervals(StringBuilder md) {
        md.append("## Intervals and abstention\n\n");
        md.append("Nominal coverage ")
                .append(json.at("/views/WITH_PATHWAYS/interval/coverage").asDouble());
        md.append("; measured on the outer folds:\n\n");
        md.append(
                "| fold | held-out drugs | test rows | both unseen | coverage | mean width | abstained above | abstained |\n");
        md.append("|---|---|---|---|---|---|---|---|\n");
        for (JsonNode fold : json.at("/evaluation/folds")) {
            md.append("| ").append(fold.path("fold").asInt());
            md.append(" | ").append(fold.path("heldOutDrugs").size());
            md.append(" | ").append(fold.path("testRows").asInt());
            md.append(" | ").append(fold.path("bothDrugsUnseenRows").asInt());
            md.append(" | ").append(number(fold.path("intervalCoverage")));
            md.append(" | ").append(number(fold.path("intervalMeanWidth")));
            md.append(" | ").append(number(fold.path("abstainAbove")));
            md.append(" | ").append(number(fold.path("abstainedShare"))).append(" |\n");
        }
        md.append("\nThis bundle gives no probability for a pair whose distance exceeds ");
        md.append(number(json.at("/abstention/aboveDistance"))).append(" (");
        md.append(json.at("/abstention/rule").asText()).append(").\n\n");
    }

    private void agreement(StringBuilder md) {
        md.append("## Pathway activities across platforms\n\n");
        md.append(
                "Pearson correlation, over shared lines, of the activity this bundle infers from the reference panel with");
        md.append(
                " the CCLE table's, which is another platform and no feature here:\n\n| pathway | lines | correlation |\n|---|---|---|\n");
        for (JsonNode pathway : json.path("featureAgreement")) {
            md.append("| ").append(pathway.path("pathway").asText());
            md.append(" | ").append(pathway.path("lines").asInt());
            md.append(" | ").append(number(pathway.path("correlation"))).append(" |\n");
        }
        md.append('\n');
    }

    private static void list(StringBuilder md, String title, JsonNode items) {
        md.append("## ").append(title).append("\n\n");
        items.forEach(item -> md.append("- ").append(item.asText()).append('\n'));
        md.append('\n');
    }

    static String number(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.3f", value.asDouble()) : "undefined";
    }
}
