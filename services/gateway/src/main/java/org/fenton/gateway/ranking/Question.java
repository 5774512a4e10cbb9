package org.fenton.gateway.ranking;

import java.util.List;
import java.util.Optional;
import org.fenton.core.ranking.Degradation;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.ranking.Ranker;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.tumour.TumourCase;
import org.fenton.documents.CaseDocument;

/**
 * A case with everything that was asked about it: what a ranking is a function of.
 *
 * @param ranker the release under the served policy as the case re-weighs it
 * @param tumourCase with the state that was inferred
 * @param degraded what had to be done without
 */
public record Question(
        Ranker ranker,
        CaseDocument document,
        TumourCase tumourCase,
        Predictions predictions,
        List<Degradation> degraded) {
    Question withoutTexts() {
        return new Question(ranker, document.withoutTexts(), tumourCase, predictions, degraded);
    }

    /** The bundle that was asked; empty when none was. */
    public Optional<String> bundle() {
        return Optional.of(predictions.bundleId()).filter(id -> !id.equals(Predictions.NO_BUNDLE));
    }

    boolean lacksPredictions() {
        return degraded.stream().anyMatch(gap -> gap.part().equals("model"));
    }

    public Ranking rank() {
        return ranker.rank(tumourCase, predictions);
    }
}
