package org.fenton.catalog.release;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a release drops an item or turns its direction. */
public record Reason(
        @NotBlank String type,
        @NotBlank String id,

        @NotBlank @Size(min = 8, message = "a reason of at least 8 characters")
        String reason) {}
