package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fenton.gateway.catalog.Curation;

/**
 * One proposal with its history and the forms of the steps that its state allows.
 *
 * @param etag what a step was decided on; it is refused when another came first
 */
public record ProposalView(
        String id,
        String etag,
        String heading,
        CurationView.Proposal proposal,
        Reference statement,
        List<Event> history,
        StepForm review,
        StepForm publication,
        StepForm withdrawal) {
    /** Something that happened to it. */
    public record Event(String at, String curator, String what, String note) {}

    static ProposalView of(JsonNode row, Function<String, Optional<Curation.Claim>> claims, StepForm sent) {
        CurationView.Proposal proposal = CurationView.proposal(row, claims);
        String statement = row.path("statement").asText();
        return new ProposalView(
                proposal.id(),
                row.path("etag").asText(),
                heading(proposal),
                proposal,
                new Reference(statement, "/workbench/facts/" + Reference.encoded(statement)),
                history(row),
                form("reviews", sent),
                form("publication", sent),
                form("withdrawal", sent));
    }

    private static String heading(CurationView.Proposal proposal) {
        return switch (proposal.action()) {
            case "correct" -> "Correct " + proposal.claim();
            case "retract" -> "Retract " + proposal.claim();
            default -> "Add " + proposal.claim();
        };
    }

    private static StepForm form(String step, StepForm sent) {
        return sent.step().equals(step) ? sent : StepForm.empty(step);
    }

    static List<Event> history(JsonNode row) {
        List<Event> history = new ArrayList<>();
        for (JsonNode event : row.path("history")) {
            history.add(new Event(
                    Times.of(Instant.parse(event.path("at").asText())),
                    event.path("curator").asText(),
                    DrugFacts.lower(event.path("what").asText()),
                    event.path("note").asText("")));
        }
        return history;
    }

    public boolean isProposed() {
        return proposal.state().equals("proposed");
    }

    public boolean isApproved() {
        return proposal.state().equals("approved");
    }

    /** Whether its proposer can still take it back. */
    public boolean isOpen() {
        return List.of("proposed", "changes requested", "approved").contains(proposal.state());
    }
}
