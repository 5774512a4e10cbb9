package org.fenton.rescoring.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.Json;

/** Cases made from real ones by adding noise, each unlike every other and each labelled as synthetic; seeds are fixed. */
final class SyntheticCohort {
    private static final int GENES = 18_000;

    enum Kind {
        REPORTED,
        PROFILES
    }

    private final ObjectNode example;
    private final List<String> symbols = new ArrayList<>();
    private final List<double[]> tumours = new ArrayList<>();

    SyntheticCohort(Path example, Path table) throws IOException {
        this.example = (ObjectNode) Json.parse(Files.readAllBytes(example));
        List<String> lines = Files.readAllLines(table);
        int genes = Math.min(GENES, lines.size() - 1);
        int columns = lines.get(0).split("\t").length - 1;
        for (int t = 0; t < columns; t++) {
            tumours.add(new double[genes]);
        }
        for (int g = 0; g < genes; g++) {
            String[] cells = lines.get(g + 1).split("\t");
            symbols.add(cells[0]);
            for (int t = 0; t < columns; t++) {
                tumours.get(t)[g] = Double.parseDouble(cells[t + 1]);
            }
        }
    }

    Path write(Kind kind, int cases, Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int number = 0; number < cases; number++) {
                ObjectNode document = kind == Kind.REPORTED ? reported(number) : profile(number);
                document.put("label", "SYNTHETIC " + kind + " " + number);
                writer.write(CanonicalJson.write(document));
                writer.write('\n');
            }
        }
        return file;
    }

    private ObjectNode reported(int number) {
        Random random = new Random(number);
        ObjectNode document = example.deepCopy();
        document.put("provenance", "synthetic: the shipped example with noise");
        for (JsonNode activity : document.path("reported").path("activities")) {
            double score = activity.path("score").asDouble() + random.nextGaussian() * 0.2;
            ((ObjectNode) activity).put("score", Math.round(score * 1e6) / 1e6);
        }
        return document;
    }

    private ObjectNode profile(int number) {
        Random random = new Random(number);
        double[] tumour = tumours.get(number % tumours.size());
        ObjectNode document = example.objectNode();
        document.put("format", "fenton-case/1").put("oncotree", "STAD");
        document.put("provenance", "synthetic: a stomach tumour (TCGA-STAD) with noise");
        ObjectNode genes = document.putObject("profile").put("scale", "log2").putObject("genes");
        for (int g = 0; g < tumour.length; g++) {
            double value = Math.max(0, tumour[g] + random.nextGaussian() * 0.1);
            genes.put(symbols.get(g), Math.round(value * 1e4) / 1e4);
        }
        return document;
    }
}
