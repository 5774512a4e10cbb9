package org.fenton.core.ranking;

/**
 * Something that is not ranked, and why.
 *
 * @param code {@code SAFETY_STOP}, {@code NOT_FOR_PATIENTS} or {@code FAILED_DRUG}
 */
public record LeftOut(String combination, String code, String reason, String source) {}
