package org.fenton.gateway.model;

import java.util.HashSet;
import java.util.Set;
import org.fenton.gateway.model.ModelApi.ActivitiesAnswer;
import org.fenton.gateway.model.ModelApi.ActivityRow;
import org.fenton.gateway.model.ModelApi.PredictionRow;
import org.fenton.gateway.model.ModelApi.PredictionsAnswer;
import org.fenton.gateway.model.ModelApi.PredictionsRequest;

/** Well-formed JSON is not yet an answer: what does not answer the question that was asked is a failure of the model. */
final class ModelAnswers {
    private ModelAnswers() {}

    static ActivitiesAnswer checked(ActivitiesAnswer answer) {
        require(answer != null && answer.activities() != null && answer.genes() != null, "activities are missing");
        for (ActivityRow row : answer.activities()) {
            require(
                    row != null && row.network() != null && row.source() != null && Double.isFinite(row.score()),
                    "an activity without name or score");
        }
        require(
                answer.genes().values().stream().allMatch(value -> value != null && Double.isFinite(value)),
                "a gene without a value");
        return answer;
    }

    static PredictionsAnswer checked(PredictionsAnswer answer, PredictionsRequest request) {
        require(answer != null && answer.bundle() != null && answer.head() != null, "the bundle is not named");
        require(answer.baseRate() >= 0 && answer.baseRate() <= 1, "the base rate is no probability");
        require(answer.predictions() != null, "predictions are missing");
        Set<String> open = new HashSet<>();
        request.candidates().forEach(candidate -> open.add(candidate.id()));
        for (PredictionRow row : answer.predictions()) {
            require(row != null && open.remove(row.id()), "a prediction that was not asked for, or two of one pair");
            require(row.abstained() || isInterval(row), "a probability outside its interval or outside 0 to 1");
        }
        return answer;
    }

    private static boolean isInterval(PredictionRow row) {
        return row.probability() != null
                && row.lower() != null
                && row.upper() != null
                && row.probability() >= 0
                && row.probability() <= 1
                && row.lower() <= row.upper()
                && row.lower() >= 0
                && row.upper() <= 1;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("malformed answer of the model service: " + what);
        }
    }
}
