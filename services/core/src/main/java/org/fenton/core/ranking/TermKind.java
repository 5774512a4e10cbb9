package org.fenton.core.ranking;

/** The named parts of a score, in the order in which they are added. */
public enum TermKind {
    MECHANISM(
            "mechanism in context",
            "[-1, 1]",
            "strength of the paths along which the drugs push ferroptosis towards the goal, minus those against it",
            "that ferroptosis was measured in this tumour"),
    RESISTANCE(
            "resistance link",
            "[0, 1]",
            "how well a recorded mechanism of resistance to the failed drug names this drug's class or target",
            "that the mechanism was proved in this tumour"),
    BENEFIT(
            "predicted benefit",
            "[-1, 1]",
            "predicted probability that the pair beats its better single agent, minus the base rate",
            "clinical benefit"),
    SYNERGY(
            "synergy excess",
            "[-1, 1]",
            "predicted probability of ZIP synergy > 5 in cell culture, minus the base rate",
            "clinical benefit; preclinical synergy was not associated with trial outcome"),
    EVIDENCE(
            "evidence",
            "[-1, 1]",
            "tests of this very drug or pair: level x closeness of disease, negative where they failed",
            "proof of efficacy"),
    EXPOSURE(
            "exposure",
            "[-1, 0]",
            "-1 where the concentration that acts on ferroptosis is not reached in plasma",
            "a dose recommendation"),
    REPURPOSING(
            "repurposing",
            "[0, 1]",
            "regulatory state of the less advanced drug: approved 1, approved elsewhere 0.7, investigational 0.3",
            "approval for this use"),
    CONTESTED(
            "contested penalty",
            "[-2, 0]",
            "-1 for each drug whose action on ferroptosis is disputed",
            "that the dispute is settled either way"),
    SAFETY(
            "safety penalty",
            "[-2, 0]",
            "sum over fired rules: avoid -1, adjust -0.4, monitor -0.1, not below -2",
            "a complete safety review"),
    BURDEN("second-drug burden", "[-1, 0]", "-1 for a second drug", "a measured toxicity");

    private final String label;
    private final String range;
    private final String definition;
    private final String doesNotMean;

    TermKind(String label, String range, String definition, String doesNotMean) {
        this.label = label;
        this.range = range;
        this.definition = definition;
        this.doesNotMean = doesNotMean;
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
        return switch (this) {
            case MECHANISM, RESISTANCE -> "logical_entailment";
            case BENEFIT, SYNERGY -> "prediction";
            case EVIDENCE, EXPOSURE, REPURPOSING, CONTESTED, SAFETY -> "knowledge_assertion";
            case BURDEN -> "not_provided";
        };
    }
}
