package org.fenton.catalog.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/**
 * Where a page ended, in which snapshot, of which question.
 *
 * @param question a hash of the words and filters: a cursor of another question is refused
 */
record Cursor(int publication, int question, long score, String type, String id) {
    private static final String SEPARATOR = "\n";

    String write() {
        String text = String.join(
                SEPARATOR, String.valueOf(publication), String.valueOf(question), String.valueOf(score), type, id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String text, int question) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = decoded.split(SEPARATOR, 5);
            if (parts.length == 5) {
                Cursor cursor = new Cursor(
                        Integer.parseInt(parts[0]),
                        Integer.parseInt(parts[1]),
                        Long.parseLong(parts[2]),
                        parts[3],
                        parts[4]);
                if (cursor.question == question) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException notOurs) {
            // Said below: it is no cursor of this question, whatever else it is.
        }
        throw new ProblemException(
                ProblemType.INVALID_REQUEST,
                "the cursor is of another question, or none",
                List.of(new Fault("?cursor", "begin without a cursor and follow the Link headers")));
    }
}
