package org.fenton.gateway.cdshooks;

import static io.restassured.RestAssured.given;
import static org.fenton.gateway.cdshooks.CdsCalls.cards;
import static org.fenton.gateway.cdshooks.CdsCalls.view;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fenton.gateway.Neighbours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What clients say became of a card: kept once, whole or not at all, without free text. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class CdsFeedbackTest {
    @Inject
    DataSource database;

    private static Response feedback(String body) {
        return given().contentType("application/json").body(body).post("/cds-services/fenton-candidates/feedback");
    }

    private long rows(String condition) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from gateway.cds_feedback where " + condition)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void feedbackIsKeptOnceWithItsCodedReasonAndWithoutFreeText() throws Exception {
        JsonNode cards = cards(view(body -> body.put("hookInstance", "aaaaaaaa-2222-3333-4444-555555555555")));
        String card = cards.at("/0/uuid").asText();
        String suggestion = cards.at("/0/suggestions/0/uuid").asText();
        String warning = cards.at("/1/uuid").asText();
        String body = """
                {"feedback":[
                  {"card":"%s","outcome":"accepted","acceptedSuggestions":[{"id":"%s"}],"outcomeTimestamp":"2026-11-23T10:00:00Z"},
                  {"card":"%s","outcome":"overridden","outcomeTimestamp":"2026-11-23T10:00:01+01:00",
                   "overrideReason":{"reason":{"system":"urn:fenton:cs:override-reason","code":"risk-accepted"},"userComment":"Mr M."}}]}
                """.formatted(card, suggestion, warning);
        feedback(body).then().statusCode(200);
        feedback(body).then().statusCode(200);
        assertEquals(1, rows("card_id = '" + card + "' and outcome = 'accepted'"));
        assertEquals(1, rows("card_id = '" + warning + "' and reason_code = 'risk-accepted' and comment is null"));
    }

    static Stream<Arguments> wrongFeedback() {
        String at = "\"outcomeTimestamp\":\"2026-11-23T10:00:00Z\"";
        return Stream.of(
                Arguments.of("/feedback", "{}"),
                Arguments.of("/feedback", "{\"feedback\":[]}"),
                Arguments.of(
                        "/feedback/0/card", "{\"feedback\":[{\"card\":\"x\",\"outcome\":\"overridden\"," + at + "}]}"),
                Arguments.of(
                        "/feedback/0/card",
                        "{\"feedback\":[{\"card\":\"11111111-1111-1111-1111-111111111111\",\"outcome\":\"overridden\","
                                + at + "}]}"),
                Arguments.of(
                        "/feedback/0/outcome",
                        "{\"feedback\":[{\"card\":\"CARD\",\"outcome\":\"ignored\"," + at + "}]}"),
                Arguments.of(
                        "/feedback/0/outcomeTimestamp",
                        "{\"feedback\":[{\"card\":\"CARD\",\"outcome\":\"overridden\"}]}"),
                Arguments.of(
                        "/feedback/0/acceptedSuggestions",
                        "{\"feedback\":[{\"card\":\"CARD\",\"outcome\":\"accepted\"," + at + "}]}"),
                Arguments.of(
                        "/feedback/0/acceptedSuggestions/0/id",
                        "{\"feedback\":[{\"card\":\"CARD\",\"outcome\":\"accepted\",\"acceptedSuggestions\":[{\"id\":\"x\"}],"
                                + at + "}]}"),
                Arguments.of(
                        "/feedback/0/overrideReason/reason",
                        "{\"feedback\":[{\"card\":\"CARD\",\"outcome\":\"overridden\",\"overrideReason\":{\"reason\":{\"code\":\"x\"}},"
                                + at + "}]}"),
                Arguments.of(
                        "/feedback/1/card",
                        "{\"feedback\":[{\"card\":\"CARD\",\"outcome\":\"overridden\"," + at
                                + "},{\"card\":\"x\",\"outcome\":\"overridden\"," + at + "}]}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongFeedback")
    void feedbackIsTakenWholeOrNotAtAll(String pointer, String body) throws Exception {
        String card = cards(view(call -> call.put("hookInstance", "bbbbbbbb-2222-3333-4444-555555555555")))
                .at("/0/uuid")
                .asText();
        feedback(body.replace("CARD", card)).then().statusCode(400).body("errors[0].pointer", equalTo(pointer));
        assertEquals(0, rows("card_id = '" + card + "'"));
    }
}
