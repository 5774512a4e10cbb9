package org.fenton.gateway.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenton.core.ranking.Degradation;
import org.fenton.core.ranking.Lane;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.ranking.Ranker;
import org.fenton.core.ranking.TermKind;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.TumourCase;
import org.fenton.documents.CaseDocument;
import org.fenton.documents.CaseReader;
import org.fenton.documents.DocumentException;
import org.fenton.gateway.catalog.Releases;
import org.fenton.gateway.model.Model;
import org.fenton.gateway.model.ModelUnavailable;
import org.fenton.http.Problem;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** From the bytes of a case to a question that can be ranked: reads it, infers its state, asks for predictions. */
@ApplicationScoped
public class Asking {
    /** Stands in answers and in records: a replay of such a record has to say the same words. */
    public static final String NO_PREDICTIONS = "the model service did not answer";

    private final Releases releases;
    private final Model model;

    Asking(Releases releases, Model model) {
        this.releases = releases;
        this.model = model;
    }

    public Question ask(byte[] caseBytes) {
        Releases.Current current = releases.ready();
        Question question = ask(caseBytes, current.ranker(), Optional.empty());
        if (current.confirmed()) {
            return question;
        }
        List<Degradation> degraded = new ArrayList<>(question.degraded());
        degraded.add(new Degradation(
                "catalog",
                "whether this release is still the current one",
                List.of(),
                List.of(),
                "the catalog does not answer; the last release that it named is used"));
        return new Question(
                question.ranker(), question.document(), question.tumourCase(), question.predictions(), degraded);
    }

    /** The same of a given release and bundle; empty for the bundle that is served by default. */
    public Question ask(byte[] caseBytes, Ranker release, Optional<String> bundle) {
        CaseDocument document = read(caseBytes, release);
        Ranker ranker = release.under(release.policy().weighedBy(document.preferences()));
        TumourCase tumourCase = document.with(state(document, ranker, bundle));
        try {
            return new Question(ranker, document, tumourCase, predictions(ranker, tumourCase, bundle), List.of());
        } catch (ModelUnavailable away) {
            return withoutPredictions(ranker, document, tumourCase);
        }
    }

    public static Question withoutPredictions(Ranker ranker, CaseDocument document, TumourCase tumourCase) {
        Degradation degraded = new Degradation(
                "model",
                "predictions",
                List.of(TermKind.SYNERGY, TermKind.BENEFIT),
                List.of(Lane.values()),
                NO_PREDICTIONS + "; the terms are unknown, add nothing and widen the intervals of every pair");
        return new Question(ranker, document, tumourCase, Predictions.none(NO_PREDICTIONS), List.of(degraded));
    }

    /** @throws ModelUnavailable when the model does not answer */
    public Predictions predictions(Ranker ranker, TumourCase tumourCase, Optional<String> bundle) {
        return model.predict(tumourCase, ranker.candidates(tumourCase).pairs(), ranker.knowledge(), bundle);
    }

    /** What a profile says can only be inferred by the model: without it there is no state to rank on. */
    public PathwayState state(CaseDocument document, Ranker ranker, Optional<String> bundle) {
        if (document.profile().isEmpty()) {
            return document.tumourCase().state();
        }
        try {
            return model.infer(document.profile().get(), ranker.genes(), bundle);
        } catch (ModelUnavailable away) {
            throw new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "the model service does not answer, and it has to infer the activities of this profile;"
                            + " nothing was ranked; try again in a few seconds, or report activities");
        }
    }

    public static CaseDocument read(byte[] bytes, Ranker release) {
        try {
            return CaseReader.read(bytes, release.knowledge(), release.policy());
        } catch (DocumentException problem) {
            throw refused("the case cannot be ranked: ", problem);
        }
    }

    public static ProblemException refused(String what, DocumentException problem) {
        return new ProblemException(
                ProblemType.INVALID_REQUEST,
                what + problem.getMessage(),
                problem.problems().stream()
                        .map(each -> new Problem.Fault(
                                each.pointer(), each.detail(), each.suggestion().isEmpty() ? null : each.suggestion()))
                        .toList());
    }
}
