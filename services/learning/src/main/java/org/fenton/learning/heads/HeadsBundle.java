package org.fenton.learning.heads;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenton.learning.bundle.BundleDocument;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.bundle.BundleFiles;
import org.fenton.learning.files.Json;
import org.fenton.learning.interaction.HeadFile;
import org.fenton.learning.interaction.InteractionHead;
import org.fenton.learning.names.DrugNames;
import org.fenton.learning.names.LineNames;

/**
 * A verified bundle of heads.
 *
 * @param id SHA-256 over the hashes of all its files
 * @param heads by {@link HeadKind#key}
 */
public record HeadsBundle(
        String id, HeadsDocument document, SortedMap<String, InteractionHead> heads, DrugNames drugs, LineNames lines) {
    static final String DRUGS = "names/drugs.tsv";
    static final String LINES = "names/lines.tsv";

    static String path(String head) {
        return "heads/" + head + ".bin";
    }

    /** @throws BundleException when anything about the bundle is not as it names itself */
    public static HeadsBundle load(Path directory) throws BundleException {
        BundleFiles files = BundleFiles.read(directory, HeadsDocument.FORMAT);
        try {
            HeadsDocument document = Json.read(files.bytes(BundleDocument.FILE), HeadsDocument.class);
            SortedMap<String, InteractionHead> heads = new TreeMap<>();
            for (String head : document.heads().keySet()) {
                heads.put(HeadKind.of(head).key(), HeadFile.read(files.bytes(path(head))));
            }
            return new HeadsBundle(
                    files.id(),
                    document,
                    heads,
                    DrugNames.fromTsv(files.text(DRUGS)),
                    LineNames.fromTsv(files.text(LINES)));
        } catch (IOException | IllegalArgumentException e) {
            throw new BundleException("the bundle at " + directory + " cannot be used: " + e.getMessage(), e);
        }
    }
}
