package org.fenton.model.prediction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A case and its candidates.
 *
 * @param bundle id or name of the bundle to ask; leave out for the active one
 * @param scale scale of the profile the activities were inferred from; a contrast has no absolute state
 * @param oncotreeTissue OncoTree tissue such as Lung; leave out when unknown
 * @param activities as POST /v1/pathway-activities gave them; leave out when there is no profile
 */
public record PredictionsRequest(
        @Schema(description = "id or name of GET /v1/models; the active bundle where left out")
        String bundle,

        @NotNull(message = "is required: contrast, log2 or zscore")
        @Schema(enumeration = {"contrast", "log2", "zscore"})
        String scale,

        String oncotreeTissue,

        List<@NotNull(message = "is an activity, not null") @Valid Activity> activities,

        @NotEmpty(message = "holds at least one candidate")
        @Schema(maxItems = CaseReader.MOST_CANDIDATES, description = "more are refused with 413")
        List<@NotNull(message = "is a candidate, not null") @Valid Candidate> candidates) {
    /** One activity; only network, source and score are used. */
    @Schema(name = "ActivityOfCase")
    public record Activity(
            @NotBlank(message = "is collectri or progeny") String network,

            @NotBlank(message = "names a pathway or transcription factor")
            String source,

            @NotNull(message = "is a finite number") Double score,
            Double pValue,
            Double fdr,
            Integer targetsMeasured,
            Integer targetsTotal) {}

    /** One drug or a pair, under the caller's own id. */
    @Schema(name = "CandidateOfCase")
    public record Candidate(
            @NotBlank(message = "is a name the answer repeats")
            String id,

            @NotNull(message = "holds one drug or two") @Size(min = 1, max = 2, message = "holds one drug or two")
            List<@NotNull(message = "is a drug, not null") @Valid Drug> drugs) {}

    /**
     * @param smiles leave out when no structure is known
     * @param targets gene symbols; leave out when unknown, empty when the drug is known to have none
     */
    @Schema(name = "DrugOfCandidate")
    public record Drug(
            @NotBlank(message = "is the drug's name") String id,
            String smiles,
            List<@NotBlank(message = "is a gene symbol") String> targets) {}
}
