package org.fenton.catalog.release;

import jakarta.validation.Valid;
import java.util.List;

/** Asks for the facts of now to become a release; each item that is dropped or turned comes with its reason. */
public record PublishRequest(List<@Valid Reason> reasons) {}
