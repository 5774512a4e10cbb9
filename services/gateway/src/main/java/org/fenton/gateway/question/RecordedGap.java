package org.fenton.gateway.question;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenton.core.ranking.Degradation;
import org.fenton.core.ranking.Lane;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.ranking.TermKind;
import org.fenton.documents.Json;
import org.fenton.gateway.decision.Decision;
import org.fenton.gateway.ranking.Question;

/** What a recorded answer had to do without: asked again, it does without the same. */
final class RecordedGap {
    private RecordedGap() {}

    static boolean predictionsWereMissing(Decision decision) {
        return decision.bundleId().equals(Predictions.NO_BUNDLE)
                && of(decision).stream().anyMatch(gap -> gap.part().equals("model"));
    }

    static Question withGapsOf(Decision decision, Question question) {
        return new Question(
                question.ranker(), question.document(), question.tumourCase(), question.predictions(), of(decision));
    }

    private static List<Degradation> of(Decision decision) {
        List<Degradation> gaps = new ArrayList<>();
        for (JsonNode gap : Json.parseAnswer(decision.answer()).path("degraded")) {
            List<String> terms = texts(gap.path("terms"));
            gaps.add(new Degradation(
                    gap.path("part").asText(),
                    gap.path("missing").asText(),
                    Arrays.stream(TermKind.values())
                            .filter(kind -> terms.contains(kind.label()))
                            .sorted((a, b) -> terms.indexOf(a.label()) - terms.indexOf(b.label()))
                            .toList(),
                    texts(gap.path("lanes")).stream().map(Lane::valueOf).toList(),
                    gap.path("detail").asText()));
        }
        return gaps;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
