package org.fenton.gateway.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.fenton.core.ranking.Ranking;
import org.fenton.gateway.decision.Decision;
import org.fenton.gateway.decision.Decisions;
import org.fenton.gateway.question.Records;
import org.fenton.gateway.ranking.Question;
import org.fenton.http.ProblemException;

/** A decision record brought back to what it was made of: the same question that the API's answers about it are made of. */
@ApplicationScoped
class Answered {
    private static final int MOST = 4;

    private final Map<String, Answer> recent = new LinkedHashMap<>(MOST, 0.75f, true);
    private final Decisions decisions;
    private final Records records;

    Answered(Decisions decisions, Records records) {
        this.decisions = decisions;
        this.records = records;
    }

    record Answer(Decision decision, Question question, Ranking ranking) {}

    /** The same before it is ranked. */
    record Asked(Decision decision, Question question) {}

    /** The ranking of a record; of the last few it is still at hand and not made again. */
    Answer of(String id) {
        Asked asked;
        try {
            asked = asked(id);
        } catch (ProblemException gone) {
            synchronized (recent) {
                recent.remove(id);
            }
            throw gone;
        }
        synchronized (recent) {
            Answer known = recent.get(id);
            if (known != null) {
                return known;
            }
        }
        Answer answer = new Answer(asked.decision, asked.question, asked.question.rank());
        synchronized (recent) {
            recent.put(id, answer);
            if (recent.size() > MOST) {
                recent.remove(recent.keySet().iterator().next());
            }
        }
        return answer;
    }

    /** What is to be shown of it; in turn, since a ranking finds its words when they are first asked for, for one thread. */
    static <T> T shown(Answer answer, Supplier<T> view) {
        synchronized (answer.ranking()) {
            return view.get();
        }
    }

    /** The question alone; what the record holds is read only when the question is not at hand any more. */
    Question question(String id) {
        decisions.demand(id);
        return records.atHand(id).orElseGet(() -> asked(id).question);
    }

    Asked asked(String id) {
        Decision decision = decisions.find(id);
        return new Asked(decision, records.question(decision));
    }
}
