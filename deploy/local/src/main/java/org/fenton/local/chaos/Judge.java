package org.fenton.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Knows the right bytes for each case and judges every answer against them. Without the catalog's word an answer differs by the
 * notice alone. Without the model it names no bundle, no candidate has a synergy term, every score is the sum of its terms,
 * and every such answer to one case is the same.
 */
final class Judge {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Integer, byte[]> right = new HashMap<>();
    private final Map<Integer, JsonNode> withoutModel = new HashMap<>();
    private final Map<String, Integer> said = new TreeMap<>();

    void expect(int number, byte[] answer) {
        right.put(number, answer);
    }

    synchronized Verdict judge(int number, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == 503 && isRefusal(answer)) {
            return Verdict.REFUSED;
        }
        if (status == 429 && isRefusal(answer)) {
            return Verdict.TURNED_AWAY;
        }
        if (status / 100 != 2) {
            say("status " + status);
            return status / 100 == 5 ? Verdict.ERROR : Verdict.WRONG;
        }
        if (!right.containsKey(number)) {
            return isWhole(answer.body()) ? Verdict.EXACT : Verdict.DEGRADED;
        }
        if (Arrays.equals(right.get(number), answer.body())) {
            return Verdict.EXACT;
        }
        try {
            return judge(number, (ObjectNode) JSON.readTree(answer.body()));
        } catch (IOException | ClassCastException unreadable) {
            say("2xx that is no JSON object");
            return Verdict.WRONG;
        }
    }

    /** Of a case that was never asked before the right bytes are not known: what is kept is compared with it afterwards. */
    private static boolean isWhole(byte[] answer) {
        try {
            return JSON.readTree(answer).path("degraded").isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private boolean isRefusal(HttpResponse<byte[]> answer) {
        boolean whole = answer.headers().firstValue("Retry-After").isPresent()
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        try {
            say(answer.statusCode() + ": "
                    + JSON.readTree(answer.body()).path("detail").asText());
        } catch (IOException unreadable) {
            return false;
        }
        return whole;
    }

    private Verdict judge(int number, ObjectNode answer) throws IOException {
        JsonNode gaps = answer.path("degraded");
        boolean model = false;
        for (JsonNode gap : gaps) {
            model |= gap.path("part").asText().equals("model");
            say("degraded: " + gap.path("missing").asText() + "; "
                    + gap.path("detail").asText());
        }
        if (gaps.isEmpty()) {
            say("an answer that differs without saying why");
            return Verdict.WRONG;
        }
        answer.putArray("degraded");
        boolean holds = model
                ? isWithoutPredictions(answer)
                        && answer.equals(withoutModel.computeIfAbsent(number, first -> answer.deepCopy()))
                : answer.equals(JSON.readTree(right.get(number)));
        return holds ? Verdict.DEGRADED : Verdict.WRONG;
    }

    private static boolean isWithoutPredictions(JsonNode answer) {
        boolean holds = answer.path("bundle").asText().equals("none");
        for (String list : new String[] {"candidates", "conflicted", "expectedHarm", "noAnswer"}) {
            for (JsonNode candidate : answer.path(list)) {
                double sum = 0;
                for (JsonNode term : candidate.path("terms")) {
                    sum += term.path("contribution").asDouble();
                    holds &= !term.path("name").asText().equals("synergy excess");
                }
                holds &= sum == candidate.path("score").asDouble();
            }
        }
        return holds;
    }

    private void say(String what) {
        said.merge(what, 1, Integer::sum);
    }

    /** What answers said since the last time this was asked, with how often. */
    synchronized Map<String, Integer> takeSaid() {
        Map<String, Integer> taken = new TreeMap<>(said);
        said.clear();
        return taken;
    }
}
