package org.fenton.gateway.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fenton.gateway.Database;
import org.fenton.gateway.GatewayConfig;
import org.fenton.gateway.decision.FeedbackMetrics;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.http.access.Caller;

/** Cards that were shown and what users did with them. A report is taken whole or not at all. */
@ApplicationScoped
public class FeedbackBook {
    private static final int LONGEST_COMMENT = 2000;

    private final boolean keepComments;
    private final Caller caller;
    private final FeedbackMetrics metrics;
    private final Clock clock = Clock.systemUTC();

    FeedbackBook(GatewayConfig config, Caller caller, FeedbackMetrics metrics) {
        this.metrics = metrics;
        this.caller = caller;
        keepComments = config.cds().keepComments();
    }

    void shown(Card card, Card.Place place) {
        Database.run(() -> keep(card, place));
    }

    private void keep(Card card, Card.Place place) {
        if (CdsCardEntity.findById(place.cardId()) != null) {
            return;
        }
        CdsCardEntity row = new CdsCardEntity();
        row.id = place.cardId();
        row.service = place.service().id();
        row.indicator = card.indicator().code();
        row.decisionId = place.decision();
        row.suggestionId = card.suggestion().isPresent() ? Card.suggestionId(row.id) : null;
        row.servedAt = clock.instant();
        row.tenant = caller.tenant();
        row.persist();
    }

    void take(CdsService service, JsonNode body) {
        Database.run(() -> keep(service, body));
    }

    private void keep(CdsService service, JsonNode body) {
        List<Fault> faults = new ArrayList<>();
        List<CdsFeedbackEntity> rows = new ArrayList<>();
        JsonNode entries = body.path("feedback");
        if (!entries.isArray() || entries.isEmpty()) {
            faults.add(new Fault("/feedback", "a list of at least one entry is expected"));
        }
        for (int i = 0; entries.isArray() && i < entries.size(); i++) {
            rows.add(read(service, entries.get(i), "/feedback/" + i, faults));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "the feedback was not taken", faults);
        }
        for (CdsFeedbackEntity row : rows) {
            if (CdsFeedbackEntity.findById(row.id) == null) {
                row.persist();
                metrics.taken(row.outcome);
            }
        }
    }

    private CdsFeedbackEntity read(CdsService service, JsonNode entry, String place, List<Fault> faults) {
        CdsFeedbackEntity row = new CdsFeedbackEntity();
        CdsCardEntity card = card(entry.path("card").asText(""));
        if (card == null || !card.service.equals(service.id()) || !card.tenant.equals(caller.tenant())) {
            faults.add(new Fault(place + "/card", "no card of this service", "the uuid of a card"));
        } else {
            row.cardId = card.id;
        }
        row.outcome = entry.path("outcome").asText("");
        row.outcomeAt = time(entry.path("outcomeTimestamp").asText(""), place, faults);
        row.receivedAt = clock.instant();
        switch (row.outcome) {
            case "accepted" -> accepted(card, entry.path("acceptedSuggestions"), place, faults);
            case "overridden" -> overridden(row, entry.path("overrideReason"), place, faults);
            default -> faults.add(new Fault(place + "/outcome", "is not known", "accepted or overridden"));
        }
        String name = row.cardId + "/" + row.outcome + "/" + row.outcomeAt;
        row.id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return row;
    }

    private static CdsCardEntity card(String text) {
        try {
            return CdsCardEntity.findById(UUID.fromString(text));
        } catch (IllegalArgumentException noUuid) {
            return null;
        }
    }

    private static Instant time(String text, String place, List<Fault> faults) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            faults.add(new Fault(
                    place + "/outcomeTimestamp", "an ISO 8601 time with its zone is expected", "2026-11-23T12:00:00Z"));
            return Instant.EPOCH;
        }
    }

    private static void accepted(CdsCardEntity card, JsonNode suggestions, String place, List<Fault> faults) {
        if (!suggestions.isArray() || suggestions.isEmpty()) {
            faults.add(new Fault(place + "/acceptedSuggestions", "the accepted suggestions are missing"));
        }
        for (int i = 0; suggestions.isArray() && i < suggestions.size(); i++) {
            String id = suggestions.get(i).path("id").asText("");
            if (card != null
                    && (card.suggestionId == null
                            || !card.suggestionId.toString().equals(id))) {
                faults.add(new Fault(place + "/acceptedSuggestions/" + i + "/id", "no suggestion of this card"));
            }
        }
    }

    private void overridden(CdsFeedbackEntity row, JsonNode reason, String place, List<Fault> faults) {
        JsonNode coding = reason.path("reason");
        if (!coding.isMissingNode()) {
            row.reasonSystem = coding.path("system").asText("");
            row.reasonCode = coding.path("code").asText("");
            if (!OverrideReason.isKnown(row.reasonSystem, row.reasonCode)) {
                faults.add(new Fault(place + "/overrideReason/reason", "none of the card's override reasons"));
            }
        }
        String comment = reason.path("userComment").asText("");
        if (comment.length() > LONGEST_COMMENT) {
            faults.add(
                    new Fault(place + "/overrideReason/userComment", "longer than " + LONGEST_COMMENT + " characters"));
        } else if (keepComments && !comment.isBlank()) {
            row.comment = comment.replace("\0", "");
        }
    }
}
