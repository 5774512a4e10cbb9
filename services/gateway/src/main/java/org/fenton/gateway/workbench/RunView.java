package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenton.gateway.runs.Pending;
import org.fenton.gateway.workbench.Understanding.Fact;

/**
 * The output folder of a re-scoring job.
 *
 * @param result what the committed result holds and was made from; empty before the first commit
 * @param pending rows done and not committed, in words; empty when there are none
 * @param impact what the last run changed against its baseline; null without one
 */
public record RunView(String name, List<Fact> result, String pending, List<Commit> commits, Impact impact) {
    /** A run that committed, with how much of its rows it ranked itself. */
    public record Commit(
            String rows, String done, String skipped, String failed, String seconds, double ranked, double kept) {}

    /** @param shown cases of {@code changed} that are listed, those to contact first */
    public record Impact(List<Fact> counts, List<Fact> movedBy, List<Case> shown, String changed) {}

    public record Case(
            String id,
            String label,
            boolean contact,
            String verdict,
            String before,
            String now,
            String term,
            List<String> stops) {}

    private static final int CASES = 100;
    private static final double BAR = 160;

    static RunView of(String name, JsonNode run, Optional<Pending> pending) {
        List<Commit> commits = new ArrayList<>();
        run.path("runs").forEach(line -> commits.add(commit(line)));
        return new RunView(
                name,
                run.has("rankings") ? result(run) : List.of(),
                pending.map(done -> Numbers.count(done.rows())
                                + " rows are ranked and not committed yet, the latest at " + Times.of(done.latest()))
                        .orElse(""),
                commits,
                run.has("impact") ? impact(run.path("impact")) : null);
    }

    private static List<Fact> result(JsonNode summary) {
        return List.of(
                new Fact("Rankings", Numbers.count(summary.path("rankings").asLong())),
                new Fact("Set aside", Numbers.count(summary.path("failed").asLong())),
                new Fact(
                        "Candidates written",
                        Numbers.count(summary.path("candidateRows").asLong())),
                new Fact("Release", summary.path("release").asText()),
                new Fact("Bundle", summary.path("bundle").asText()),
                new Fact("Policy", summary.path("policy").asText()),
                new Fact("Hash of the result", summary.path("outputHash").asText()));
    }

    private static Commit commit(JsonNode line) {
        double rows = Math.max(1, line.path("rows").asDouble());
        return new Commit(
                Numbers.count(line.path("rows").asLong()),
                Numbers.count(line.path("done").asLong()),
                Numbers.count(line.path("skipped").asLong()),
                Numbers.count(line.path("failed").asLong()),
                Numbers.fixed(line.path("seconds").asDouble(), 1),
                Math.round(line.path("done").asDouble() / rows * BAR),
                Math.round(line.path("skipped").asDouble() / rows * BAR));
    }

    private static Impact impact(JsonNode report) {
        JsonNode counts = report.path("counts");
        List<Fact> facts = new ArrayList<>();
        counts.properties()
                .forEach(count -> facts.add(new Fact(
                        words(count.getKey()), Numbers.count(count.getValue().asLong()))));
        List<Fact> movedBy = new ArrayList<>();
        report.path("movedBy")
                .properties()
                .forEach(term -> movedBy.add(
                        new Fact(term.getKey(), Numbers.count(term.getValue().asLong()))));
        List<Case> shown = new ArrayList<>();
        for (JsonNode each : report.path("cases")) {
            if (shown.size() < CASES) {
                shown.add(changed(each));
            }
        }
        return new Impact(
                facts, movedBy, shown, Numbers.count(report.path("cases").size()));
    }

    private static Case changed(JsonNode each) {
        List<String> stops = new ArrayList<>();
        FactView.texts(each.path("withdrawn")).forEach(stop -> stops.add("withdrawn: " + stop));
        FactView.texts(each.path("newStops")).forEach(stop -> stops.add("new stop: " + stop));
        FactView.texts(each.path("lostStops")).forEach(stop -> stops.add("stop lifted: " + stop));
        return new Case(
                Provenance.shortened(each.path("case").asText()),
                each.path("label").asText(""),
                each.path("contact").asBoolean(),
                DrugFacts.lower(each.path("verdict").asText()),
                each.path("topBefore").asText(""),
                each.path("topNow").asText(""),
                each.path("term").asText(""),
                stops);
    }

    private static String words(String key) {
        return switch (key) {
            case "contact" -> "to contact again";
            case "newStops" -> "with new safety stops";
            case "lostStops" -> "with lifted safety stops";
            default -> DrugFacts.lower(key);
        };
    }

    public String encodedName() {
        return Reference.encoded(name);
    }

    /** The first of {@link #commits}. */
    public Commit latest() {
        return commits.isEmpty() ? null : commits.get(0);
    }
}
