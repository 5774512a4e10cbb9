package org.fenton.catalog.drug;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.fenton.catalog.claim.StatementView;
import org.fenton.core.knowledge.Drug.Reachable;
import org.fenton.core.knowledge.DrugTarget.Effect;

/**
 * Everything known of one drug on one page: the drug as a release holds it, how it stands in each class and why, what
 * speaks against what, and how well its numbers agree.
 *
 * @param statements every statement on the drug and on combinations it is an agent of, with distinct papers
 * @param statementsComplete false when there are more than shown; {@code GET /v1/statements?drug=} lists all
 */
public record DrugPage(
        @JsonUnwrapped DrugView drug,
        List<State> states,
        Reach atFreeCmax,
        List<Potency> potency,
        List<Conflict> conflicts,
        List<StatementView> statements,
        boolean statementsComplete) {

    /**
     * How the drug stands in one class.
     *
     * @param as the list it stands in, or {@code approval}
     * @param statement the statement that says so; its claims are behind it
     * @param because the caveat or the regulatory text
     */
    public record State(
            ClassState state,
            String as,
            String statement,
            StatementView.Evidence evidence,
            List<String> claims,
            String because,
            Consequence consequence) {}

    /** What follows from a state for the ranking and for patients. */
    public record Consequence(String ranking, String patients) {}

    /** Whether the concentration that acts is reached by the unbound drug at the clinical peak. */
    public record Reach(Reachable reachable, String because) {}

    /**
     * What was measured on one target.
     *
     * @param exact values with {@code =}
     * @param censored values known only as above a bound, or as about a value
     * @param disagreementLog10 decimal orders between lowest and highest exact value; absent below two
     */
    public record Potency(
            String node,
            Effect effect,
            boolean contested,
            int exact,
            int censored,
            Double lowestNanomolar,
            Double highestNanomolar,
            Double disagreementLog10,
            List<Value> values) {}

    /** One value as its source gives it. */
    public record Value(Relation relation, double nanomolar, String assay, String confidence, List<String> source) {}

    /** Two things that cannot both hold, or not everywhere. */
    public record Conflict(Kind kind, String text, List<String> statements, Double disagreement) {
        public enum Kind {
            /** On both ferroptosis lists. */
            DIRECTION,
            /** Its place in a list is contested. */
            CLASS,
            /** An action on a target is contested. */
            TARGET,
            /** Exact potencies on one target lie ten-fold apart or more. */
            POTENCY,
            /** A combination it is an agent of came out differently elsewhere. */
            COMBINATION
        }
    }
}
