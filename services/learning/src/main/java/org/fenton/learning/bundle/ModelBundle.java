package org.fenton.learning.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.NetworkReader;
import org.fenton.learning.evaluation.Reliability;
import org.fenton.learning.features.FeatureSchema;
import org.fenton.learning.features.PairFeatures;
import org.fenton.learning.features.TargetFamilies;
import org.fenton.learning.files.Json;
import org.fenton.learning.reference.ActivityReference;
import org.fenton.learning.reference.GeneReference;
import org.fenton.learning.reference.PathwayNetworks;
import org.fenton.learning.training.Novelty;
import org.fenton.learning.training.ScoringModel;

/**
 * A verified bundle, ready to infer and to score.
 *
 * @param id SHA-256 over the hashes of all its files
 * @param card the model card with the id added, and with what {@link Reliability} says of its evaluation where that lies beside the bundle
 */
public record ModelBundle(
        String id,
        BundleDocument document,
        PairFeatures features,
        ScoringModel model,
        Novelty novelty,
        PathwayNetworks networks,
        GeneReference genes,
        ActivityReference activities,
        JsonNode card) {
    /** @throws BundleException when anything about the bundle is not as it names itself */
    public static ModelBundle load(Path directory) throws BundleException {
        BundleFiles files = BundleFiles.read(directory);
        try {
            ModelBundle bundle = of(files);
            Reliability.addTo((ObjectNode) bundle.card, directory, files.bytes(BundleFiles.EVALUATION));
            return bundle;
        } catch (IOException | IllegalArgumentException e) {
            throw new BundleException("the bundle at " + directory + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static ModelBundle of(BundleFiles files) throws BundleException, IOException {
        BundleDocument document = files.document();
        FeatureSchema schema = FeatureSchema.fromTsv(files.text(BundleFiles.SCHEMA));
        if (!schema.hash().equals(document.schemaHash())) {
            throw new BundleException(
                    "the schema's hash is " + schema.hash() + ", bundle.json says " + document.schemaHash());
        }
        ObjectNode card = (ObjectNode) Json.tree(files.bytes(BundleFiles.CARD_JSON));
        return new ModelBundle(
                files.id(),
                document,
                PairFeatures.of(schema, new TargetFamilies(files.text(BundleFiles.FAMILIES))),
                ScoringModel.read(new DataInputStream(new ByteArrayInputStream(files.bytes(BundleFiles.SCORING)))),
                TrainingDrugs.noveltyFromTsv(files.text(BundleFiles.DRUGS)),
                new PathwayNetworks(
                        network(files, PathwayNetworks.COLLECTRI, BundleFiles.COLLECTRI),
                        network(files, PathwayNetworks.PROGENY, BundleFiles.PROGENY)),
                GeneReference.fromTsv(files.text(BundleFiles.GENES)),
                ActivityReference.fromTsv(files.text(BundleFiles.ACTIVITIES)),
                card.put("bundle", files.id()));
    }

    private static Network network(BundleFiles files, String name, String path) throws BundleException, IOException {
        return NetworkReader.read(name, new StringReader(files.text(path)));
    }
}
