package org.fenton.model.prediction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenton.learning.bundle.BundleDocument;
import org.fenton.learning.prediction.Note;
import org.fenton.learning.prediction.Prediction;
import org.fenton.model.bundle.LoadedBundle;

/**
 * The numbers of {@link PredictionsView} in columns.
 *
 * @param remarks what is said of pairs, each once
 * @param remark for each pair of the request, in order, the place of its remark
 * @param probability of the pairs that were not abstained from, in order; so are {@code lower} and {@code upper}
 */
public record PairPredictionsView(
        String bundle,
        String head,
        String definition,
        double baseRate,
        List<Remark> remarks,
        int[] remark,
        double[] probability,
        double[] lower,
        double[] upper) {
    /**
     * What is said of a pair.
     *
     * @param notes codes, the most important first
     * @param explanation the notes in words; absent when there is nothing to say
     */
    public record Remark(boolean abstained, List<String> notes, String explanation) {}

    static PairPredictionsView of(LoadedBundle bundle, List<Prediction> predictions) {
        Map<List<Note>, Integer> places = new LinkedHashMap<>();
        List<Remark> remarks = new ArrayList<>();
        int[] remark = new int[predictions.size()];
        int answered =
                (int) predictions.stream().filter(each -> !each.abstained()).count();
        double[] probability = new double[answered];
        double[] lower = new double[answered];
        double[] upper = new double[answered];
        int at = 0;
        for (int i = 0; i < remark.length; i++) {
            Prediction prediction = predictions.get(i);
            Integer place = places.get(prediction.notes());
            if (place == null) {
                place = remarks.size();
                places.put(prediction.notes(), place);
                remarks.add(remark(prediction));
            }
            remark[i] = place;
            if (!prediction.abstained()) {
                probability[at] = prediction.probability().getAsDouble();
                lower[at] = prediction.lower().getAsDouble();
                upper[at++] = prediction.upper().getAsDouble();
            }
        }
        BundleDocument document = bundle.bundle().document();
        return new PairPredictionsView(
                bundle.id(),
                document.head().id(),
                document.head().definition(),
                document.training().baseRate(),
                remarks,
                remark,
                probability,
                lower,
                upper);
    }

    /** Whether a pair is abstained from follows from its notes alone. */
    private static Remark remark(Prediction prediction) {
        return new Remark(
                prediction.abstained(),
                prediction.notes().stream().map(Note::name).toList(),
                prediction.notes().isEmpty() ? null : prediction.explanation());
    }
}
