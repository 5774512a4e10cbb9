package org.fenton.learning.prediction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenton.core.pathway.Scale;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.features.BiologicalState;
import org.fenton.learning.features.PairFeatures;
import org.fenton.learning.files.Vocabulary;
import org.fenton.learning.reference.PathwayNetworks;

/**
 * The state of a case with what is missing in it.
 *
 * @param notes why pathways or tissue are missing
 */
public record CaseState(BiologicalState state, List<Note> notes) {
    private static final Map<String, String> SCREEN_TISSUE = Vocabulary.pairs("oncotree-tissues.tsv");

    /** An inferred activity as a request gives it; {@code score} is that of the bundle's method. */
    public record Activity(String network, String source, double score) {}

    /** The names of OncoTree's tissues, sorted. */
    public static List<String> oncotreeTissues() {
        return SCREEN_TISSUE.keySet().stream().sorted().toList();
    }

    /**
     * Makes the state of a case from activities that were inferred by the bundle's own method.
     *
     * @param oncotreeTissue empty when unknown
     * @throws IllegalArgumentException when OncoTree has no such tissue
     */
    public static CaseState of(
            ModelBundle bundle, Scale scale, List<Activity> activities, Optional<String> oncotreeTissue) {
        Map<String, Double> pathways = new HashMap<>();
        if (scale != Scale.CONTRAST) {
            for (Activity activity : activities) {
                if (activity.network().equals(PathwayNetworks.PROGENY)
                        && PairFeatures.PATHWAYS.contains(activity.source())) {
                    bundle.activities()
                            .standardise(activity.network(), activity.source(), activity.score())
                            .ifPresent(z -> pathways.put(activity.source(), z));
                }
            }
        }
        Optional<String> tissue = oncotreeTissue.map(CaseState::featureWord);
        List<Note> notes = new ArrayList<>();
        if (scale == Scale.CONTRAST) {
            notes.add(Note.PATHWAYS_MISSING_CONTRAST);
        } else if (pathways.isEmpty()) {
            notes.add(Note.PATHWAYS_MISSING);
        }
        if (tissue.isEmpty()) {
            notes.add(Note.TISSUE_UNKNOWN);
        } else if (!bundle.features().tissues().contains(tissue.get())) {
            notes.add(Note.TISSUE_UNSEEN);
        }
        return new CaseState(new BiologicalState(pathways, tissue), List.copyOf(notes));
    }

    private static String featureWord(String oncotreeTissue) {
        String word = SCREEN_TISSUE.get(oncotreeTissue);
        if (word == null) {
            throw new IllegalArgumentException(
                    "'" + oncotreeTissue + "' is no OncoTree tissue; OncoTree has " + oncotreeTissues());
        }
        return word;
    }
}
