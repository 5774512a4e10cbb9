package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.fenton.gateway.catalog.Curation;

/** Reports of wrong facts, and proposals to change claims with what they would change. */
public record CurationView(List<Report> reports, List<Proposal> proposals) {
    public record Report(
            String id,
            String state,
            Reference statement,
            String claim,
            String curator,
            String wrong,
            String proof,
            String answer,
            String at) {
        public String claimEncoded() {
            return Reference.encoded(claim);
        }
    }

    public record Proposal(
            String id,
            String state,
            String action,
            String claim,
            String curator,
            String reason,
            String conflict,
            String reviewer,
            String report,
            String release,
            List<Change> changes) {}

    private static final Set<String> CLOSED = Set.of("published", "rejected", "withdrawn", "resolved", "dismissed");

    /** @param before what the claim says now; empty where it says nothing */
    public record Change(String field, String before, String after) {}

    /** What waits for somebody stands first. */
    static CurationView of(JsonNode reports, JsonNode proposals, Function<String, Optional<Curation.Claim>> claims) {
        List<Report> reported = new ArrayList<>();
        reports.path("items").forEach(row -> reported.add(report(row)));
        List<Proposal> proposed = new ArrayList<>();
        proposals.path("items").forEach(row -> proposed.add(proposal(row, claims)));
        reported.sort(Comparator.comparing(report -> CLOSED.contains(report.state)));
        proposed.sort(Comparator.comparing(proposal -> CLOSED.contains(proposal.state)));
        return new CurationView(reported, proposed);
    }

    static Report report(JsonNode row) {
        String statement = row.path("statement").asText();
        return new Report(
                row.path("id").asText(),
                DrugFacts.lower(row.path("state").asText()),
                new Reference(statement, "/workbench/facts/" + Reference.encoded(statement)),
                row.path("claim").asText(""),
                row.path("curator").asText(),
                row.path("wrong").asText(),
                row.path("proof").asText(""),
                row.path("answer").asText(""),
                Times.of(Instant.parse(row.path("reportedAt").asText())));
    }

    static Proposal proposal(JsonNode row, Function<String, Optional<Curation.Claim>> claims) {
        String claim = row.path("claim").asText("");
        JsonNode now = claim.isEmpty()
                ? null
                : claims.apply(claim).map(Curation.Claim::content).orElse(null);
        return new Proposal(
                row.path("id").asText(),
                DrugFacts.lower(row.path("state").asText()),
                DrugFacts.lower(row.path("action").asText()),
                claim.isEmpty() ? "a new claim on " + row.path("statement").asText() : claim,
                row.path("curator").asText(),
                row.path("reason").asText(),
                row.path("conflictOfInterest").asText(""),
                row.path("reviewer").asText(""),
                row.path("report").asText(""),
                row.path("release").asText(""),
                changes(now, row.path("content")));
    }

    /** What it says of its text is called {@code statement} in a claim. */
    private static List<Change> changes(JsonNode now, JsonNode content) {
        List<Change> changes = new ArrayList<>();
        TreeSet<String> fields = new TreeSet<>();
        content.fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            JsonNode said =
                    now == null ? MissingNode.getInstance() : now.path(field.equals("text") ? "statement" : field);
            String before = said.isNull() ? "" : FactView.text(said);
            String after = content.path(field).isNull() ? "" : FactView.text(content.path(field));
            if (!before.equals(after)) {
                changes.add(new Change(FactView.words(field), before, after));
            }
        }
        return changes;
    }
}
