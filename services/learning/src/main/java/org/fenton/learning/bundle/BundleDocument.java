package org.fenton.learning.bundle;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenton.learning.reference.FeatureAgreement;
import org.fenton.learning.training.LearnedHead;
import org.fenton.learning.training.ModelChoice;
import org.fenton.learning.training.StateView;

/**
 * {@code bundle.json}: what a bundle is, with the hash of each of its other files.
 *
 * @param format only {@value #FORMAT} is read
 * @param name name of the directory it was made as
 * @param views calibration and interval by how much of the state is known
 * @param featureAgreement how the pathway features of training and of serving agree over shared lines
 * @param data SHA-256 of every input file
 * @param files SHA-256 of every other file of the bundle by its path
 */
public record BundleDocument(
        String format,
        String name,
        Head head,
        Training training,
        Map<StateView, LearnedHead.Calibrated> views,
        Abstention abstention,
        Activities activities,
        List<FeatureAgreement> featureAgreement,
        String schemaHash,
        Notes notes,
        SortedMap<String, String> data,
        SortedMap<String, String> files) {
    public static final String FORMAT = "fenton-bundle/1";
    public static final String FILE = "bundle.json";

    public BundleDocument {
        data = new TreeMap<>(data);
        files = new TreeMap<>(files);
    }

    /** What a probability of this bundle is a probability of. */
    public record Head(String id, String definition, double synergyAboveZip) {}

    /**
     * How the model came about.
     *
     * @param library Tribuo and its version; its full provenance is in the model file
     */
    public record Training(
            ModelChoice choice,
            List<LearnedHead.Tried> innerValidation,
            long seed,
            int rows,
            int synergisticRows,
            int drugs,
            int pairs,
            int lines,
            String library,
            String neutralised) {
        /** Share of synergistic rows: what a prediction says when it knows nothing. */
        public double baseRate() {
            return (double) synergisticRows / rows;
        }
    }

    /** @param aboveDistance pairs further than this from the training drugs get no probability */
    public record Abstention(double aboveDistance, String rule) {}

    /** How activities are inferred when a profile is given. */
    public record Activities(
            String method, int minSize, int footprintGenes, String referencePanel, List<String> excludedLines) {}

    /** What a reader must know before using the bundle. */
    public record Notes(
            List<String> intendedUse, List<String> notIntendedUse, List<String> limits, List<String> licences) {}

    BundleDocument withFiles(SortedMap<String, String> hashes) {
        return new BundleDocument(
                format,
                name,
                head,
                training,
                views,
                abstention,
                activities,
                featureAgreement,
                schemaHash,
                notes,
                data,
                hashes);
    }
}
