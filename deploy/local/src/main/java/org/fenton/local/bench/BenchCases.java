package org.fenton.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fenton.local.home.FentonHome;

/**
 * Cases to load a gateway with, each unlike every other, so that no answer can be a remembered one. Reported activities come
 * from the shipped example; profiles from real tumours when ../shared is at hand, else from one drawn from the bundle's panel, seed fixed.
 */
final class BenchCases {
    static final int GENES = 18_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int VARIANTS = 40;
    /** What follows the last gene's name; the number stands for the mark. */
    private static final String TAIL = ":5.#1}}}";

    private static final int TAIL_OF_OBJECTS = "}}}".length();

    private final Map<Integer, byte[]> profiles = new ConcurrentHashMap<>();
    private final ObjectNode example;
    private final ObjectNode view;
    private final List<String> symbols = new ArrayList<>();
    private final List<double[]> tumours = new ArrayList<>();
    private final boolean real;

    /** @param tumourTable where it is missing, tumours are drawn from the reference panel of the home's bundle */
    BenchCases(FentonHome home, Path tumourTable) {
        try {
            Path shipped = home.examples().resolve("h1975-wz4002-resistant.json");
            this.example = (ObjectNode) JSON.readTree(Files.readAllBytes(shipped));
            try (InputStream request = BenchCases.class.getResourceAsStream("patient-view.json")) {
                view = (ObjectNode) JSON.readTree(request);
            }
            real = Files.isRegularFile(tumourTable);
            if (real) {
                read(tumourTable);
            } else {
                invent(home.bundle().resolve("reference/genes.tsv"));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the cases of the bench", failure);
        }
    }

    String profilesFrom() {
        return (real
                        ? "ten stomach tumours (TCGA-STAD, log2 CPM)"
                        : "one tumour drawn from the bundle's reference panel: ../shared is not at hand")
                + ", " + symbols.size() + " genes";
    }

    private void read(Path table) throws IOException {
        List<String> lines = Files.readAllLines(table);
        int columns = lines.get(0).split("\t").length - 1;
        for (int t = 0; t < columns; t++) {
            tumours.add(new double[Math.min(GENES, lines.size() - 1)]);
        }
        for (int g = 0; g < tumours.get(0).length; g++) {
            String[] cells = lines.get(g + 1).split("\t");
            symbols.add(cells[0]);
            for (int t = 0; t < columns; t++) {
                tumours.get(t)[g] = Double.parseDouble(cells[t + 1]);
            }
        }
    }

    /** The panel knows some eleven thousand genes; the rest are symbols that nobody knows, as in a real table. */
    private void invent(Path panel) throws IOException {
        Random random = new Random(1);
        List<String> lines = Files.readAllLines(panel);
        double[] tumour = new double[GENES];
        for (int g = 0; g < GENES; g++) {
            String[] known = g + 1 < lines.size() ? lines.get(g + 1).split("\t") : new String[] {"GENE" + g, "3", "1"};
            symbols.add(known[0]);
            tumour[g] =
                    Math.max(0, Double.parseDouble(known[1]) + Double.parseDouble(known[2]) * random.nextGaussian());
        }
        tumours.add(tumour);
    }

    /** The shipped example with every activity moved a little. */
    byte[] reported(int number) {
        Random random = new Random(number);
        ObjectNode document = example.deepCopy();
        document.remove(List.of("label", "provenance"));
        for (JsonNode activity : document.path("reported").path("activities")) {
            double score = activity.path("score").asDouble() + random.nextGaussian() * 0.2;
            ((ObjectNode) activity).put("score", Math.round(score * 1e6) / 1e6);
        }
        return bytes(document);
    }

    /** A call of CDS Hooks for an invented patient whose STAT3 activity is another each time. */
    byte[] patientView(int number) {
        ObjectNode request = view.deepCopy();
        request.put("hookInstance", new UUID(0, number).toString());
        ObjectNode stat3 = (ObjectNode) request.at("/prefetch/activities/entry/0/resource/valueQuantity");
        stat3.put("value", 2 + (number % 100_000) / 1e5);
        return bytes(request);
    }

    /** One of a few dozen tumours with noise in its first thousand genes, and a last gene of its own value. */
    byte[] profile(int number) {
        byte[] own = profiles.computeIfAbsent(number % VARIANTS, this::prepared).clone();
        byte[] digits = String.format("%07d", number).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(
                digits, 0, own, own.length - TAIL.length() - digits.length + 1 + TAIL.indexOf('#'), digits.length);
        return own;
    }

    /** Made once: writing eighteen thousand numbers would cost the client as much as the ranking costs the services. */
    private byte[] prepared(int variant) {
        Random random = new Random(variant);
        double[] tumour = tumours.get(variant % tumours.size());
        ObjectNode document = JSON.createObjectNode();
        document.put("format", "fenton-case/1").put("oncotree", "STAD");
        ObjectNode profile = document.putObject("profile").put("scale", "log2");
        ObjectNode genes = profile.putObject("genes");
        for (int g = 0; g < tumour.length - 1; g++) {
            double value = g < 1000 ? tumour[g] + random.nextDouble() * 0.1 : tumour[g];
            genes.put(symbols.get(g), Math.round(value * 1e4) / 1e4);
        }
        String text = new String(bytes(document), StandardCharsets.UTF_8);
        String last = "," + "\"" + symbols.get(tumour.length - 1) + "\"";
        return (text.substring(0, text.length() - TAIL_OF_OBJECTS) + last + TAIL.replace("#", "0000000"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ObjectNode document) {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
