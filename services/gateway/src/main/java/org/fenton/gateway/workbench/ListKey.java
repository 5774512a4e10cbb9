package org.fenton.gateway.workbench;

import java.util.List;
import org.fenton.core.ranking.Lane;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranking;

/** The lists of a ranking, in the order in which they are read. */
public enum ListKey {
    CLINICAL("Clinical", "tested in patients with this disease"),
    EXPERIMENTAL("Experimental", "tested in models of this disease"),
    PREDICTED("Predicted", "hypotheses from mechanism and model; nobody tested them in this disease"),
    CONFLICTED("Conflicted", "the evidence points both ways: no direction is given"),
    EXPECTED_HARM("Expected harm", "expected to work against the goal in this tumour"),
    NO_ANSWER("No answer", "no mechanism path strong enough in this case");

    private final String label;
    private final String about;

    ListKey(String label, String about) {
        this.label = label;
        this.about = about;
    }

    public String label() {
        return label;
    }

    public String about() {
        return about;
    }

    public boolean isLane() {
        return ordinal() <= PREDICTED.ordinal();
    }

    List<RankedCandidate> of(Ranking ranking) {
        return switch (this) {
            case CLINICAL -> ranking.favourable().get(Lane.CLINICAL);
            case EXPERIMENTAL -> ranking.favourable().get(Lane.EXPERIMENTAL);
            case PREDICTED -> ranking.favourable().get(Lane.PREDICTED);
            case CONFLICTED -> ranking.conflicted();
            case EXPECTED_HARM -> ranking.expectedHarm();
            case NO_ANSWER -> ranking.noAnswer();
        };
    }

    static ListKey of(RankedCandidate candidate) {
        return switch (candidate.outlook()) {
            case FAVOURABLE -> valueOf(candidate.lane().name());
            case CONFLICTED -> CONFLICTED;
            case EXPECTED_HARM -> EXPECTED_HARM;
            case UNKNOWN -> NO_ANSWER;
        };
    }
}
