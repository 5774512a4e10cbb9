package org.fenton.learning.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenton.learning.data.TrainingData;
import org.fenton.learning.evaluation.EvaluationReport;
import org.fenton.learning.features.PairFeatures;
import org.fenton.learning.files.Json;
import org.fenton.learning.files.Vocabulary;
import org.fenton.learning.reference.PathwayNetworks;
import org.fenton.learning.reference.ReferencePanel;
import org.fenton.learning.training.LearnedHead;

/** Puts a bundle together from what was learned; the card is made of nothing but the other parts. */
public final class BundleMaker {
    private static final String DEFINITION =
            "P(ZIP score of the pair in this line > 5), ZIP averaged over the dose matrix, in percentage points of inhibition"
                    + " above the ZIP expectation. It is synergy in culture, not benefit over the best single agent and"
                    + " not clinical benefit.";

    private BundleMaker() {}

    /** Everything a bundle is made of; {@code data} is the hash of each input file. */
    public record Parts(
            String name,
            TrainingData data,
            PairFeatures features,
            String families,
            LearnedHead head,
            ReferencePanel panel,
            EvaluationReport evaluation,
            Map<String, String> inputs) {}

    public static BundleFiles make(Parts parts) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        put(files, BundleFiles.SCHEMA, parts.features().schema().toTsv());
        put(files, BundleFiles.FAMILIES, parts.families());
        put(
                files,
                BundleFiles.COLLECTRI,
                PathwayNetworks.toTsv(parts.panel().networks().collectri()));
        put(
                files,
                BundleFiles.PROGENY,
                PathwayNetworks.toTsv(parts.panel().networks().progeny()));
        put(files, BundleFiles.GENES, parts.panel().genes().toTsv());
        put(files, BundleFiles.ACTIVITIES, parts.panel().activities().toTsv());
        put(files, BundleFiles.DRUGS, TrainingDrugs.toTsv(parts.data()));
        files.put(BundleFiles.SCORING, parts.head().model().scoring().toBytes());
        files.put(BundleFiles.TRIBUO, TribuoModelFile.bytes(parts.head().model().tribuo()));
        files.put(BundleFiles.EVALUATION, Json.pretty(parts.evaluation()));
        BundleDocument document = document(parts);
        ModelCard card = ModelCard.of(document, Json.tree(parts.evaluation()));
        files.put(BundleFiles.CARD_JSON, Json.pretty(card.json()));
        put(files, BundleFiles.CARD_MARKDOWN, card.markdown());
        return BundleFiles.of(files, document);
    }

    private static void put(SortedMap<String, byte[]> files, String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static BundleDocument document(Parts parts) throws IOException {
        TrainingData data = parts.data();
        LearnedHead head = parts.head();
        return new BundleDocument(
                BundleDocument.FORMAT,
                parts.name(),
                new BundleDocument.Head("synergy-zip5", DEFINITION, TrainingData.SYNERGY_ABOVE_ZIP),
                new BundleDocument.Training(
                        head.choice(),
                        head.tried(),
                        parts.evaluation().seed(),
                        data.rows().size(),
                        (int) data.rows().stream()
                                .filter(TrainingData.Row::synergistic)
                                .count(),
                        data.drugs().size(),
                        (int) data.rows().stream()
                                .mapToLong(TrainingData.Row::pair)
                                .distinct()
                                .count(),
                        data.lines().size(),
                        "Tribuo " + head.model().tribuo().getProvenance().getTribuoVersion() + ", "
                                + head.model()
                                        .tribuo()
                                        .getProvenance()
                                        .getTrainerProvenance()
                                        .getClassName(),
                        TribuoModelFile.NEUTRALISED),
                head.views(),
                new BundleDocument.Abstention(
                        head.abstainAbove(), "95th percentile of the distance of inner held-out pairs"),
                new BundleDocument.Activities(
                        "ulm",
                        PathwayNetworks.MIN_SIZE,
                        PathwayNetworks.FOOTPRINT,
                        "NCI-60 RNA-seq, log2 FPKM",
                        List.copyOf(ReferencePanel.EXCLUDED)),
                parts.panel().agreement(),
                parts.features().schema().hash(),
                Json.read(
                        Vocabulary.text("bundle-notes.json").getBytes(StandardCharsets.UTF_8),
                        BundleDocument.Notes.class),
                new TreeMap<>(parts.inputs()),
                new TreeMap<>());
    }
}
