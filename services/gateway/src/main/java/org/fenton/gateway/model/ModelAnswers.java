package org.fenton.gateway.model;

import java.util.Objects;
import org.fenton.gateway.model.ModelApi.ActivitiesAnswer;
import org.fenton.gateway.model.ModelApi.ActivityRow;
import org.fenton.gateway.model.ModelApi.PredictionsAnswer;
import org.fenton.gateway.model.ModelApi.PredictionsRequest;

/** Well-formed JSON is not yet an answer: what does not answer the question that was asked is a failure of the model. */
final class ModelAnswers {
    private ModelAnswers() {}

    static ActivitiesAnswer checked(ActivitiesAnswer answer) {
        require(answer != null && answer.activities() != null && answer.genes() != null, "activities are missing");
        require(answer.genesMean() != null && Double.isFinite(answer.genesMean()), "the mean of the genes is missing");
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
        require(
                answer.remarks() != null && answer.remarks().stream().allMatch(Objects::nonNull),
                "remarks are missing");
        require(
                answer.remark() != null && answer.remark().length == request.pairs().length,
                "not one remark for each pair that was asked about");
        int answered = 0;
        for (int place : answer.remark()) {
            require(place >= 0 && place < answer.remarks().size(), "a remark that is not there");
            answered += answer.remarks().get(place).abstained() ? 0 : 1;
        }
        require(
                hasLength(answer.probability(), answered)
                        && hasLength(answer.lower(), answered)
                        && hasLength(answer.upper(), answered),
                "not one probability and interval for each pair that is not abstained from");
        for (int i = 0; i < answered; i++) {
            require(
                    isShare(answer.probability()[i])
                            && isShare(answer.lower()[i])
                            && isShare(answer.upper()[i])
                            && answer.lower()[i] <= answer.upper()[i],
                    "a probability or an interval outside 0 to 1");
        }
        return answer;
    }

    private static boolean hasLength(double[] column, int length) {
        return column != null && column.length == length;
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("malformed answer of the model service: " + what);
        }
    }
}
