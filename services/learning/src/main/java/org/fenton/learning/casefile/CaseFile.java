package org.fenton.learning.casefile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.pathway.Scale;
import org.fenton.core.tumour.PathwayState;
import org.fenton.documents.CaseReader;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.reference.PathwayNetworks;

/**
 * The figures that ranking needs of one profile: activities by ulm and the values of the genes that stand in the
 * mechanism graph, on the profile's scale (log2 standardised against the bundle's reference panel).
 */
public final class CaseFile {
    private final ModelBundle bundle;

    public CaseFile(ModelBundle bundle) {
        this.bundle = bundle;
    }

    /** What a table cannot say about a case. */
    public record Heading(String label, String goal, String oncotree, String failedDrug, String provenance) {}

    /** @throws IllegalArgumentException when the profile is constant or too few targets are measured */
    public ObjectNode of(Heading heading, ExpressionProfile profile) throws IOException {
        ExpressionProfile standardised =
                profile.scale() == Scale.LOG2 ? bundle.genes().standardise(profile) : profile;
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", CaseReader.FORMAT);
        root.put("label", heading.label());
        root.put("goal", heading.goal());
        root.put("oncotree", heading.oncotree());
        if (!heading.failedDrug().isEmpty()) {
            root.putObject("resistance").put("drug", heading.failedDrug());
        }
        ObjectNode reported = root.putObject("reported");
        reported.put("scale", profile.scale().key());
        reported.put("method", "ulm");
        ArrayNode activities = reported.putArray("activities");
        for (PathwayNetworks.Inferred inferred : bundle.networks().infer(standardised, PathwayNetworks.MIN_SIZE)) {
            boolean wanted = inferred.network().equals(PathwayNetworks.PROGENY)
                    || lines("case-factors.txt").contains(inferred.activity().source());
            if (wanted) {
                activities.add(activity(inferred));
            }
        }
        Map<String, Double> all = new TreeMap<>();
        for (GeneSymbol gene : standardised.genes()) {
            all.put(gene.value(), standardised.value(gene).orElseThrow());
        }
        PathwayState state = PathwayState.inferred(profile.scale(), List.of(), all);
        ObjectNode genes = reported.putObject("genes");
        for (String symbol : lines("case-genes.txt")) {
            OptionalDouble value = state.gene(symbol);
            if (value.isPresent()) {
                genes.put(symbol, value.getAsDouble());
            }
        }
        root.putObject("provenance")
                .put("source", heading.provenance())
                .put("inferredBy", "fenton case, ulm, networks of bundle " + bundle.id());
        return root;
    }

    private static ObjectNode activity(PathwayNetworks.Inferred inferred) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("network", inferred.network());
        node.put("source", inferred.activity().source());
        node.put("score", inferred.activity().score());
        inferred.activity().pValue().ifPresent(p -> node.put("pValue", p));
        node.put("targetsMeasured", inferred.targetsMeasured());
        node.put("targetsTotal", inferred.targetsTotal());
        return node;
    }

    private static List<String> lines(String resource) throws IOException {
        try (BufferedReader text = new BufferedReader(
                new InputStreamReader(CaseFile.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
