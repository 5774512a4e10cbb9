package org.fenton.learning.heads;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenton.learning.bundle.BundleDocument;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.bundle.BundleFiles;
import org.fenton.learning.files.Json;
import org.fenton.learning.interaction.HeadEvaluation;
import org.fenton.learning.interaction.HeadFile;
import org.fenton.learning.interaction.InteractionHead;
import org.fenton.learning.names.DrugNames;
import org.fenton.learning.names.LineNames;

/**
 * A verified bundle of heads.
 *
 * @param id SHA-256 over the hashes of all its files
 * @param heads by {@link HeadKind#key}
 * @param evaluations of the heads, by the same key
 */
public record HeadsBundle(
        String id,
        HeadsDocument document,
        SortedMap<String, InteractionHead> heads,
        SortedMap<String, HeadEvaluation> evaluations,
        DrugNames drugs,
        LineNames lines) {
    static final String DRUGS = "names/drugs.tsv";
    static final String LINES = "names/lines.tsv";

    static String path(String head) {
        return "heads/" + head + ".bin";
    }

    static String evaluation(String head) {
        return "evaluation/" + head + ".json";
    }

    static String reliability(String head) {
        return "evaluation/" + head + "-reliability.svg";
    }

    /** @throws BundleException when anything about the bundle is not as it names itself */
    public static HeadsBundle load(Path directory) throws BundleException {
        BundleFiles files = BundleFiles.read(directory, HeadsDocument.FORMAT);
        try {
            HeadsDocument document = Json.read(files.bytes(BundleDocument.FILE), HeadsDocument.class);
            SortedMap<String, InteractionHead> heads = new TreeMap<>();
            SortedMap<String, HeadEvaluation> evaluations = new TreeMap<>();
            for (String head : document.heads().keySet()) {
                heads.put(HeadKind.of(head).key(), HeadFile.read(files.bytes(path(head))));
                evaluations.put(head, Json.read(files.bytes(evaluation(head)), HeadEvaluation.class));
            }
            return new HeadsBundle(
                    files.id(),
                    document,
                    heads,
                    evaluations,
                    DrugNames.fromTsv(files.text(DRUGS)),
                    LineNames.fromTsv(files.text(LINES)));
        } catch (IOException | IllegalArgumentException e) {
            throw new BundleException("the bundle at " + directory + " cannot be used: " + e.getMessage(), e);
        }
    }
}
