package org.fenton.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A problem document (RFC 9457) said in one line: what is wrong, where, and what would be right. */
final class ProblemLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 3;
    private static final int LONGEST = 600;

    private ProblemLine() {}

    static String of(int status, byte[] body) {
        try {
            JsonNode problem = JSON.readTree(body);
            if (problem != null && problem.isObject()) {
                return cut(line(status, problem));
            }
        } catch (IOException e) {
            // no JSON: said as it came
        }
        String text = new String(body, StandardCharsets.UTF_8).strip();
        String first = text.lines().findFirst().orElse("");
        return cut("the gateway answered " + status + (first.isEmpty() ? "" : ": " + first));
    }

    private static String cut(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "… (" + line.length() + " characters)";
    }

    private static String line(int status, JsonNode problem) {
        JsonNode errors = problem.path("errors");
        if (!errors.isArray() || errors.isEmpty()) {
            return place(problem, problem.path("title").asText("the gateway answered " + status));
        }
        List<String> places = new ArrayList<>();
        for (int i = 0; i < Math.min(errors.size(), SHOWN); i++) {
            places.add(place(errors.get(i), "not accepted"));
        }
        String more = errors.size() > SHOWN ? "; and " + (errors.size() - SHOWN) + " more" : "";
        return String.join("; ", places) + more;
    }

    private static String place(JsonNode error, String otherwise) {
        String pointer = error.path("pointer").asText("");
        String detail = error.path("detail").asText(otherwise);
        String suggestion = error.path("suggestion").asText("");
        return (pointer.isEmpty() ? "" : pointer + ": ")
                + detail
                + (suggestion.isEmpty() ? "" : " (" + suggestion + ")");
    }
}
