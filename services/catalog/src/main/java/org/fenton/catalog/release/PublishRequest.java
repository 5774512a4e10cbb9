package org.fenton.catalog.release;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Asks for the facts of now to become a release; each item that is dropped or turned comes with its reason. */
public record PublishRequest(List<@NotNull @Valid Reason> reasons) {}
