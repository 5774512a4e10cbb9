package org.fenton.gateway.question;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.ranking.Ranker;
import org.fenton.documents.CaseDocument;
import org.fenton.gateway.catalog.Releases;
import org.fenton.gateway.decision.Decision;
import org.fenton.gateway.model.BundleNotServed;
import org.fenton.gateway.ranking.Asking;
import org.fenton.gateway.ranking.Question;
import org.fenton.gateway.ranking.RecentQuestions;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** Brings a decision record back to the question that it answered, or says what is missing for that. */
@ApplicationScoped
public class Records {
    static final ProblemType NOT_REPLAYABLE = BundleNotServed.TYPE;

    private final Releases releases;
    private final Asking asking;
    private final RecentQuestions recent;

    Records(Releases releases, Asking asking, RecentQuestions recent) {
        this.releases = releases;
        this.asking = asking;
        this.recent = recent;
    }

    /** Something that a record names and that is not at hand; {@code available} is what is there instead. */
    record Missing(String what, String recorded, String available) {
        @Override
        public String toString() {
            return what + " " + recorded + (available.isEmpty() ? "" : " (there is " + available + ")");
        }
    }

    /** @param missing empty when there is a question */
    record Revived(Optional<Question> question, List<Missing> missing) {}

    /** The question of a record of the last few. */
    public Optional<Question> atHand(String id) {
        return recent.find(id);
    }

    /** The question of a record that was just made is at hand; another is made anew. */
    public Question question(Decision decision) {
        return recent.find(decision.id()).orElseGet(() -> {
            Revived revived = revive(decision);
            Question question = revived.question.orElseThrow(() -> new ProblemException(
                    NOT_REPLAYABLE,
                    "decision " + decision.id() + " needs what is not at hand: "
                            + String.join(
                                    ", ",
                                    revived.missing.stream()
                                            .map(Missing::toString)
                                            .toList())));
            recent.remember(decision.id(), question);
            return question;
        });
    }

    /** Made anew from the record, the release and the bundle that it names, and the served policy. */
    Revived revive(Decision decision) {
        List<Missing> missing = new ArrayList<>();
        if (decision.document().isEmpty()) {
            missing.add(new Missing("case", decision.caseHash(), "it was not kept"));
        }
        Optional<Ranker> release = releases.named(decision.releaseId());
        if (release.isEmpty()) {
            missing.add(new Missing("release", decision.releaseId(), "the catalog does not keep it"));
        }
        release.map(Ranker::policy)
                .filter(served -> !served.isOrUnderlies(decision.policyId()))
                .ifPresent(other -> missing.add(new Missing("policy", decision.policyId(), other.id())));
        if (!missing.isEmpty()) {
            return new Revived(Optional.empty(), missing);
        }
        byte[] document = decision.document().get();
        Question question;
        try {
            question = RecordedGap.predictionsWereMissing(decision)
                    ? withoutPredictions(document, release.get())
                    : asking.ask(document, release.get(), bundle(decision));
        } catch (BundleNotServed gone) {
            missing.add(new Missing("bundle", decision.bundleId(), "the model service does not hold it"));
            return new Revived(Optional.empty(), missing);
        }
        compare("bundle", decision.bundleId(), question.predictions().bundleId(), missing);
        compare("policy", decision.policyId(), question.ranker().policy().id(), missing);
        return missing.isEmpty()
                ? new Revived(Optional.of(RecordedGap.withGapsOf(decision, question)), missing)
                : new Revived(Optional.empty(), missing);
    }

    private static Optional<String> bundle(Decision decision) {
        return Optional.of(decision.bundleId()).filter(id -> !id.equals(Predictions.NO_BUNDLE));
    }

    private Question withoutPredictions(byte[] document, Ranker release) {
        CaseDocument read = Asking.read(document, release);
        Ranker ranker = release.under(release.policy().weighedBy(read.preferences()));
        return Asking.withoutPredictions(ranker, read, read.with(asking.state(read, ranker, Optional.empty())));
    }

    private static void compare(String what, String recorded, String available, List<Missing> missing) {
        if (!recorded.equals(available)) {
            missing.add(new Missing(what, recorded, available));
        }
    }
}
