package org.fenton.model.prediction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fenton.model.prediction.PredictionsRequest.Activity;
import org.fenton.model.prediction.PredictionsRequest.Drug;

/**
 * A case and pairs of its drugs, each drug told once: thousands of pairs are made of a few hundred drugs.
 *
 * @param bundle id or name of the bundle to ask; leave out for the active one
 * @param scale as in {@link PredictionsRequest}
 * @param pairs places of two drugs each
 */
public record PairPredictionsRequest(
        @Schema(description = "id or name of GET /v1/models; the active bundle where left out")
        String bundle,

        @NotNull(message = "is required: contrast, log2 or zscore")
        @Schema(enumeration = {"contrast", "log2", "zscore"})
        String scale,

        String oncotreeTissue,

        List<@NotNull(message = "is an activity, not null") @Valid Activity> activities,

        @NotEmpty(message = "holds at least one drug") @Size(max = MOST_DRUGS, message = "holds at most 2000 drugs")
        List<@NotNull(message = "is a drug, not null") @Valid Drug> drugs,

        @NotEmpty(message = "holds at least one pair")
        @Schema(
                maxItems = CaseReader.MOST_CANDIDATES,
                description = "each the places of two drugs of this request, from 0; more pairs are refused with 413")
        int[][] pairs) {
    public static final int MOST_DRUGS = 2000;

    /** The same question in the form of one candidate a pair. */
    PredictionsRequest spelledOut() {
        List<PredictionsRequest.Candidate> candidates = new ArrayList<>();
        for (int[] pair : pairs) {
            List<Drug> both = Arrays.stream(pair).mapToObj(drugs::get).toList();
            candidates.add(new PredictionsRequest.Candidate(
                    both.get(0).id() + "+" + both.get(1).id(), both));
        }
        return new PredictionsRequest(bundle, scale, oncotreeTissue, activities, candidates);
    }
}
