package org.fenton.catalog.disease;

/** The curator's judgement on a JAK inhibitor in a disease; an inference, not a finding. */
public enum ContextVerdict {
    FAVOURABLE,
    PLAUSIBLE,
    UNCERTAIN,
    CONFLICTED,
    UNFAVOURABLE,
    NONE
}
