package org.fenton.core.ranking;

import java.util.Locale;

/**
 * A named part of a score. The ranker computes those below, in this order; a policy may add terms of its own after them
 * ({@link ClassTerm}).
 */
public final class TermKind implements Comparable<TermKind> {
    public static final TermKind MECHANISM = new TermKind(
            0,
            "MECHANISM",
            "mechanism in context",
            "[-1, 1]",
            "strength of the paths along which the drugs push the goal's process (ferroptosis unless the goal names"
                    + " another) towards the goal, minus those against it",
            "that the process was measured in this tumour",
            "logical_entailment");
    public static final TermKind RESISTANCE = new TermKind(
            1,
            "RESISTANCE",
            "resistance link",
            "[0, 1]",
            "how well a recorded mechanism of resistance to the failed drug names this drug's class or target",
            "that the mechanism was proved in this tumour",
            "logical_entailment");
    public static final TermKind BENEFIT = new TermKind(
            2,
            "BENEFIT",
            "predicted benefit",
            "[-1, 1]",
            "predicted probability that the pair beats its better single agent, minus the base rate",
            "clinical benefit",
            "prediction");
    public static final TermKind SYNERGY = new TermKind(
            3,
            "SYNERGY",
            "synergy excess",
            "[-1, 1]",
            "predicted probability of ZIP synergy > 5 in cell culture, minus the base rate",
            "clinical benefit; preclinical synergy was not associated with trial outcome",
            "prediction");
    public static final TermKind EVIDENCE = new TermKind(
            4,
            "EVIDENCE",
            "evidence",
            "[-1, 1]",
            "tests of this very drug or pair: level x closeness of disease, negative where they failed",
            "proof of efficacy",
            "knowledge_assertion");
    public static final TermKind EXPOSURE = new TermKind(
            5,
            "EXPOSURE",
            "exposure",
            "[-1, 0]",
            "-1 where the concentration that acts on ferroptosis is not reached in plasma",
            "a dose recommendation",
            "knowledge_assertion");
    public static final TermKind REPURPOSING = new TermKind(
            6,
            "REPURPOSING",
            "repurposing",
            "[0, 1]",
            "regulatory state of the less advanced drug: approved 1, approved elsewhere 0.7, investigational 0.3",
            "approval for this use",
            "knowledge_assertion");
    public static final TermKind CONTESTED = new TermKind(
            7,
            "CONTESTED",
            "contested penalty",
            "[-2, 0]",
            "-1 for each drug whose action on ferroptosis is disputed",
            "that the dispute is settled either way",
            "knowledge_assertion");
    public static final TermKind SAFETY = new TermKind(
            8,
            "SAFETY",
            "safety penalty",
            "[-2, 0]",
            "sum over fired rules: avoid -1, adjust -0.4, monitor -0.1, not below -2",
            "a complete safety review",
            "knowledge_assertion");
    public static final TermKind BURDEN = new TermKind(
            9,
            "BURDEN",
            "second-drug burden",
            "[-1, 0]",
            "-1 for a second drug",
            "a measured toxicity",
            "not_provided");

    private static final TermKind[] COMPUTED = {
        MECHANISM, RESISTANCE, BENEFIT, SYNERGY, EVIDENCE, EXPOSURE, REPURPOSING, CONTESTED, SAFETY, BURDEN
    };

    private final int ordinal;
    private final String name;
    private final String label;
    private final String range;
    private final String definition;
    private final String doesNotMean;
    private final String knowledgeLevel;

    private TermKind(
            int ordinal,
            String name,
            String label,
            String range,
            String definition,
            String doesNotMean,
            String knowledgeLevel) {
        this.ordinal = ordinal;
        this.name = name;
        this.label = label;
        this.range = range;
        this.definition = definition;
        this.doesNotMean = doesNotMean;
        this.knowledgeLevel = knowledgeLevel;
    }

    /** Those that the ranker computes under every policy, in order. */
    public static TermKind[] values() {
        return COMPUTED.clone();
    }

    /** The n-th term that a policy adds, from 0. */
    static TermKind added(int number, String label, String definition, String doesNotMean) {
        return new TermKind(
                COMPUTED.length + number,
                label.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_'),
                label,
                "[-1, 1]",
                definition,
                doesNotMean,
                "logical_entailment");
    }

    /** Where it stands in a score, from 0. */
    public int ordinal() {
        return ordinal;
    }

    /** One word for codes. */
    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    public String range() {
        return range;
    }

    public String definition() {
        return definition;
    }

    public String doesNotMean() {
        return doesNotMean;
    }

    /** Values of all terms are dimensionless; a weight turns them into points. */
    public String unit() {
        return "1";
    }

    /** Which way a value speaks. */
    public String direction() {
        return range.endsWith("0]")
                ? "0 speaks for nothing, lower speaks against the candidate"
                : range.startsWith("[0")
                        ? "higher speaks for the candidate"
                        : "above 0 speaks for the candidate, below 0 against it";
    }

    /** Where a value comes from, in the words of the Biolink model: asserted by a source, reasoned from such, or predicted. */
    public String knowledgeLevel() {
        return knowledgeLevel;
    }

    @Override
    public int compareTo(TermKind other) {
        return Integer.compare(ordinal, other.ordinal);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TermKind that && ordinal == that.ordinal && label.equals(that.label);
    }

    @Override
    public int hashCode() {
        return label.hashCode();
    }

    @Override
    public String toString() {
        return label;
    }
}
