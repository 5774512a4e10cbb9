package org.fenton.model.activity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A profile and what to infer from it.
 *
 * @param bundle whose networks and reference; leave out for the active one
 * @param scale what the values are
 * @param networks null for both
 * @param include what to add to the activities; null for nothing
 * @param coverage false to leave out how much of the profile was known, which takes longer than the activities
 * @param answerGenes symbols whose values the answer holds; null for all, which can be most of its bytes
 * @param genes value by HGNC symbol; leave out what was not measured
 */
public record ActivitiesRequest(
        @Schema(description = "id or name of GET /v1/models; the active bundle where left out")
        String bundle,

        @NotNull(message = "is required: contrast, log2 or zscore")
        @Schema(enumeration = {"contrast", "log2", "zscore"})
        String scale,

        @Schema(
                description = "viper corrects for pleiotropy; mlm of all CollecTRI takes about 2 s and needs more genes"
                        + " than sources",
                enumeration = {"ulm", "mlm", "wsum", "wmean", "viper"},
                defaultValue = "ulm")
        String method,

        @Size(min = 1, message = "names at least one network; leave it out for both")
        @Schema(description = "of collectri and progeny; both where left out")
        List<String> networks,

        @Min(value = 1, message = "is at least 1") @Max(value = 1000, message = "is at most 1000")
        Integer minsize,

        @Schema(description = "programmes: also score JAK/STAT balance, NRF2, ferroptosis and other programmes")
        List<String> include,

        @Schema(description = "whether the answer tells how much of the profile was known", defaultValue = "true")
        Boolean coverage,

        @Schema(description = "symbols whose values the answer repeats; all where left out")
        List<@NotBlank(message = "is a gene symbol") String> answerGenes,

        @NotEmpty(message = "holds at least one gene, such as \"STAT3\": 1.2")
        Map<String, Double> genes) {}
