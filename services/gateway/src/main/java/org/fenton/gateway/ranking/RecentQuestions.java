package org.fenton.gateway.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the last rankings were made of, so that questions about them need no other service. */
@ApplicationScoped
public class RecentQuestions {
    private static final int MOST = 24;

    private final Map<String, Question> byId = new LinkedHashMap<>(MOST, 0.75f, true);

    public synchronized void remember(String id, Question question) {
        byId.put(id, question.withoutTexts());
        if (byId.size() > MOST) {
            byId.remove(byId.keySet().iterator().next());
        }
    }

    public synchronized Optional<Question> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public synchronized void forget(String id) {
        byId.remove(id);
    }
}
