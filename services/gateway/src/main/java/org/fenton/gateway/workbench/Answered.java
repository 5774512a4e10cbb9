package org.fenton.gateway.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import org.fenton.core.ranking.Ranking;
import org.fenton.gateway.decision.Decision;
import org.fenton.gateway.decision.Decisions;
import org.fenton.gateway.question.Records;
import org.fenton.gateway.ranking.Question;

/** A decision record brought back to what it was made of: the same question that the API's answers about it are made of. */
@ApplicationScoped
class Answered {
    private final Decisions decisions;
    private final Records records;

    Answered(Decisions decisions, Records records) {
        this.decisions = decisions;
        this.records = records;
    }

    record Answer(Decision decision, Question question, Ranking ranking) {}

    /** The same before it is ranked. */
    record Asked(Decision decision, Question question) {}

    Answer of(String id) {
        Asked asked = asked(id);
        return new Answer(asked.decision, asked.question, asked.question.rank());
    }

    Asked asked(String id) {
        Decision decision = decisions.find(id);
        return new Asked(decision, records.question(decision));
    }
}
