package org.fenton.local.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Cases made from real ones, each unlike every other: the shipped example with other tumours, goals, patients and
 * activities, and, where the table of tumours is at hand, every tenth a whole profile.
 */
public final class ParityCases {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TUMOURS = List.of("LUAD", "STAD", "HCC", "PRAD", "SKCM", "PAAD", "BRCA", "COAD");
    private static final List<String> MEDICATIONS = List.of("omeprazole", "warfarin", "ketoconazole", "metformin");
    private static final int GENES = 18_000;
    private static final int EVERY = 10;

    private final ObjectNode example;
    private final List<String> symbols = new ArrayList<>();
    private final List<double[]> tumours = new ArrayList<>();

    public ParityCases(Path example, Path tumourTable) throws IOException {
        this.example = (ObjectNode) JSON.readTree(Files.readAllBytes(example));
        if (Files.isRegularFile(tumourTable)) {
            read(Files.readAllLines(tumourTable));
        }
    }

    private void read(List<String> lines) {
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

    boolean isProfile(int number) {
        return !tumours.isEmpty() && number % EVERY == EVERY - 1;
    }

    public byte[] of(int number) throws IOException {
        ObjectNode document = isProfile(number) ? profile(number) : reported(number);
        patient(document, number);
        document.put("label", "parity " + number);
        return JSON.writeValueAsBytes(document);
    }

    private ObjectNode reported(int number) {
        Random random = new Random(number);
        ObjectNode document = example.deepCopy();
        document.put("oncotree", TUMOURS.get(number % TUMOURS.size()));
        for (JsonNode activity : document.path("reported").path("activities")) {
            ((ObjectNode) activity).put("score", activity.path("score").asDouble() + random.nextGaussian());
        }
        return document;
    }

    private ObjectNode profile(int number) {
        Random random = new Random(number);
        double[] tumour = tumours.get(number / EVERY % tumours.size());
        ObjectNode document = JSON.createObjectNode();
        document.put("format", "fenton-case/1").put("oncotree", "STAD");
        ObjectNode genes = document.putObject("profile").put("scale", "log2").putObject("genes");
        for (int g = 0; g < tumour.length; g++) {
            genes.put(symbols.get(g), Math.max(0, tumour[g] + random.nextGaussian() * 0.1));
        }
        return document;
    }

    /** Safety rules, stops and unknowns differ from case to case. */
    private static void patient(ObjectNode document, int number) {
        if (number % 3 == 1) {
            document.put("ageYears", 30 + number % 50);
            document.putArray("medications").add(MEDICATIONS.get(number % MEDICATIONS.size()));
        }
        if (number % 5 == 2) {
            document.putArray("labs")
                    .addObject()
                    .put("name", "platelets")
                    .put("value", 20 + number % 300)
                    .put("unit", "10*9/L");
        }
        if (number % 7 == 3) {
            document.putArray("genotypes").addObject().put("gene", "G6PD").put("phenotype", "deficient");
        }
    }
}
