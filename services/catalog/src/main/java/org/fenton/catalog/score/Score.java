package org.fenton.catalog.score;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a ranking says of one candidate. A score orders the candidates of one case; it is no probability and cannot be compared
 * between cases.
 *
 * @param combination ids of the drugs, joined by {@code +}
 * @param rank within outlook and lane; absent for what was left out, like every number here
 * @param abstained whether the model gave no answer for a pair; absent where nothing was asked of it
 * @param unknown terms that could not be decided, each with its reason
 * @param safety rules, each as rule, action and state
 * @param caveats what speaks against it
 * @param excluded why it was left out, as a code; {@code reason} says it in words
 */
public record Score(
        @NotBlank @Size(max = 400) String combination,
        @NotNull Outlook outlook,
        @Size(max = 40) String lane,
        Integer rank,
        Integer band,
        Double score,
        Double lower,
        Double upper,
        Boolean abstained,
        @Size(max = 1000) String abstention,
        @NotNull @Size(max = 100) List<@NotNull @Size(max = 2000) String> unknown,
        @NotNull @Size(max = 500) List<@NotNull @Size(max = 2000) String> safety,
        @NotNull @Size(max = 100) List<@NotNull @Size(max = 4000) String> caveats,
        @Size(max = 100) String excluded,
        @Size(max = 4000) String reason) {

    @JsonIgnore
    @AssertTrue(message = "what is EXCLUDED has a code and no rank and no score; everything else has rank and score")
    public boolean isRankedOrExcluded() {
        boolean left = outlook == Outlook.EXCLUDED;
        return left == (score == null) && left == (rank == null) && left == (excluded != null);
    }

    @JsonIgnore
    @AssertTrue(message = "a score lies within its interval, and neither comes alone")
    public boolean isWithinInterval() {
        return score == null
                ? lower == null && upper == null
                : lower != null && upper != null && lower <= score && score <= upper;
    }
}
