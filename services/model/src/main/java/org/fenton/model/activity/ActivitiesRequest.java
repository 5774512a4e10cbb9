package org.fenton.model.activity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A profile.
 *
 * @param scale what the values are
 * @param genes value by HGNC symbol; leave out what was not measured
 */
public record ActivitiesRequest(
        @NotNull(message = "is required: contrast, log2 or zscore")
        @Schema(enumeration = {"contrast", "log2", "zscore"})
        String scale,

        @Pattern(regexp = "ulm", message = "this bundle's method is ulm")
        String method,

        @Min(value = 1, message = "is at least 1") @Max(value = 1000, message = "is at most 1000")
        Integer minsize,

        @NotEmpty(message = "holds at least one gene, such as \"STAT3\": 1.2")
        Map<String, Double> genes) {}
