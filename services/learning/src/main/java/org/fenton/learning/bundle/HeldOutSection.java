package org.fenton.learning.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fenton.learning.plot.ReliabilityPlot;

/** What the file beside a bundle adds to its card: reliability as a picture, intervals and abstention tissue by tissue. */
record HeldOutSection(String name, JsonNode bins, JsonNode tissues) {
    /** Where the card looks for the picture, from its own place. */
    String picture() {
        return "images/" + name + "-reliability.svg";
    }

    String svg() {
        List<ReliabilityPlot.Bin> marks = new ArrayList<>();
        bins.forEach(bin -> marks.add(new ReliabilityPlot.Bin(
                bin.path("rows").asInt(),
                bin.path("predicted").asDouble(),
                bin.path("observed").asDouble())));
        return ReliabilityPlot.svg(name, marks);
    }

    String markdown() {
        StringBuilder md = new StringBuilder("## Reliability and tissues\n\n");
        md.append("On the held-out rows of the evaluation above, all folds together, from `");
        md.append(name).append(".reliability.json` beside the bundle.\n\n");
        md.append("![Reliability of ")
                .append(name)
                .append("](")
                .append(picture())
                .append(")\n\n");
        md.append(
                "Coverage: of the pairs with at least five lines of the tissue (counted in each fold that held them out), those");
        md.append(
                " whose share of synergistic lines of this tissue lay in the interval; undefined without such a pair. The interval is");
        md.append(
                " learned on shares over at least ten lines of all tissues; a share of few lines scatters more, so fewer lie within.");
        md.append("\n\n");
        md.append("| tissue | rows | mean predicted | share synergistic | abstained | pairs | coverage |\n");
        md.append("|---|---|---|---|---|---|---|\n");
        tissues.properties().forEach(tissue -> row(md, tissue.getKey(), tissue.getValue()));
        double rows = 0;
        double abstained = 0;
        for (JsonNode tissue : tissues) {
            rows += tissue.path("rows").asDouble();
            abstained +=
                    tissue.path("rows").asDouble() * tissue.path("abstained").asDouble();
        }
        md.append(String.format(Locale.ROOT, "\nAbstained in all: %.3f of %.0f rows.\n\n", abstained / rows, rows));
        return md.toString();
    }

    private static void row(StringBuilder md, String tissue, JsonNode figures) {
        md.append("| ").append(tissue).append(" | ").append(figures.path("rows").asInt());
        for (String figure : List.of("predicted", "observed", "abstained")) {
            md.append(" | ").append(ModelCard.number(figures.path(figure)));
        }
        md.append(" | ").append(figures.path("pairs").asInt());
        md.append(" | ").append(ModelCard.number(figures.path("coverage"))).append(" |\n");
    }
}
