package org.fenton.learning.reference;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.pathway.NetworkReader;
import org.fenton.core.pathway.Scale;
import org.fenton.learning.data.DataFiles;
import org.fenton.learning.data.DataFiles.Input;
import org.fenton.learning.data.LineDirectory;
import org.fenton.learning.features.PairFeatures;
import org.fenton.learning.files.Table;

/**
 * Reference statistics: genes and activities over the NCI-60 lines by RNA-seq.
 *
 * <p>A line's activities are inferred exactly as a case's are: standardise each gene over the panel, then {@code ulm}. A gene needs
 * {@value #LINES_FOR_A_GENE} measured lines; NA is a line without that gene.
 *
 * @param agreement with the CCLE table in shared lines
 * @param lineActivities standardised activities of the panel's lines by DepMap id, the pathway features of training
 */
public record ReferencePanel(
        GeneReference genes,
        ActivityReference activities,
        PathwayNetworks networks,
        List<FeatureAgreement> agreement,
        Map<String, Map<String, Double>> lineActivities) {
    /** Left out: MDA-N derives from another panel line and OVCAR-8 is to be taken with care. */
    public static final List<String> EXCLUDED = List.of("MDA-N", "OVCAR-8");

    /** The files that are read. */
    public static final Set<Input> INPUTS = Collections.unmodifiableSet(EnumSet.of(
            Input.PANEL_EXPRESSION,
            Input.COLLECTRI,
            Input.PROGENY,
            Input.SCREEN_LINES,
            Input.LINE_ALIASES,
            Input.CCLE_ACTIVITIES,
            Input.LINE_ANNOTATION,
            Input.LINE_PROTEINS));

    private static final int LINES_FOR_A_GENE = 20;

    public static ReferencePanel read(DataFiles files) throws IOException {
        PathwayNetworks networks = new PathwayNetworks(
                network(PathwayNetworks.COLLECTRI, files.path(Input.COLLECTRI)),
                network(PathwayNetworks.PROGENY, files.path(Input.PROGENY)).strongest(PathwayNetworks.FOOTPRINT));
        Map<String, Map<GeneSymbol, Double>> lines = new TreeMap<>();
        GeneReference genes = readGenes(files.path(Input.PANEL_EXPRESSION), lines);
        Map<String, List<Double>> scores = new HashMap<>();
        LineDirectory directory = LineDirectory.read(files);
        FeatureAgreement.Tally tally = new FeatureAgreement.Tally(directory);
        Map<String, List<PathwayNetworks.Inferred>> byLine = new TreeMap<>();
        lines.forEach((line, values) -> {
            ExpressionProfile profile = genes.standardise(ExpressionProfile.of(line, Scale.LOG2, values));
            // Panel names may carry a second name behind a slash: A549/ATCC.
            String lineKey = directory.key(line.split("/")[0]);
            byLine.put(lineKey, networks.infer(profile, PathwayNetworks.MIN_SIZE));
            for (PathwayNetworks.Inferred inferred : byLine.get(lineKey)) {
                scores.computeIfAbsent(
                                ActivityReference.key(
                                        inferred.network(), inferred.activity().source()),
                                key -> new ArrayList<>())
                        .add(inferred.activity().score());
                tally.add(lineKey, inferred);
            }
        });
        Map<String, Moments> activities = new HashMap<>();
        scores.forEach((key, values) -> {
            if (values.size() == lines.size()) {
                activities.put(
                        key, Moments.of(values.stream().mapToDouble(v -> v).toArray()));
            }
        });
        ActivityReference reference = new ActivityReference(activities);
        return new ReferencePanel(genes, reference, networks, tally.agreement(), standardised(byLine, reference));
    }

    private static Map<String, Map<String, Double>> standardised(
            Map<String, List<PathwayNetworks.Inferred>> byLine, ActivityReference reference) {
        Map<String, Map<String, Double>> all = new TreeMap<>();
        byLine.forEach((line, activities) -> {
            for (PathwayNetworks.Inferred inferred : activities) {
                String source = inferred.activity().source();
                if (inferred.network().equals(PathwayNetworks.PROGENY) && PairFeatures.PATHWAYS.contains(source)) {
                    reference
                            .standardise(
                                    inferred.network(),
                                    source,
                                    inferred.activity().score())
                            .ifPresent(z -> all.computeIfAbsent(line, l -> new TreeMap<>())
                                    .put(source, z));
                }
            }
        });
        return all;
    }

    private static org.fenton.core.pathway.Network network(String name, Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return NetworkReader.read(name, reader);
        }
    }

    private static GeneReference readGenes(Path file, Map<String, Map<GeneSymbol, Double>> lines) throws IOException {
        Map<GeneSymbol, Moments> genes = new HashMap<>();
        Table.csv(file).forEach(row -> {
            GeneSymbol gene = new GeneSymbol(row.text("Genes"));
            List<Double> values = new ArrayList<>();
            for (String line : row.columns().keySet()) {
                if (!line.equals("Genes")
                        && !EXCLUDED.contains(line)
                        && !row.text(line).equals("NA")) {
                    double value = row.number(line);
                    values.add(value);
                    lines.computeIfAbsent(line, l -> new HashMap<>()).put(gene, value);
                }
            }
            if (values.size() >= LINES_FOR_A_GENE) {
                genes.put(gene, Moments.of(values.stream().mapToDouble(v -> v).toArray()));
            }
        });
        return new GeneReference(genes);
    }
}
