package org.fenton.catalog.score;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import org.fenton.documents.CanonicalJson;

/**
 * What a cohort was ranked with, and what came of it. Its id is the hash of all of this and of its tenant: who ranks the
 * same again writes to the same run.
 *
 * @param shown candidates of each list that a ranking holds
 * @param rankings how many rankings the whole result has
 * @param outputHash of the result, as {@code fenton rescore} prints it
 */
public record ScoreRun(
        @NotNull @Pattern(regexp = HASH) String release,
        @NotBlank @Size(max = 200) String bundle,
        @NotBlank @Size(max = 200) String policy,
        @NotBlank @Size(max = 200) String policyHash,
        @Min(1) int shown,
        @Min(1) int rankings,
        @NotNull @Pattern(regexp = HASH) String outputHash) {
    static final String HASH = "sha256:[0-9a-f]{64}";

    String id(String tenant) {
        String all = String.join(
                "\n",
                "fenton-score-run/1",
                tenant,
                release,
                bundle,
                policy,
                policyHash,
                Integer.toString(shown),
                Integer.toString(rankings),
                outputHash);
        return CanonicalJson.sha256Id(all.getBytes(StandardCharsets.UTF_8));
    }
}
