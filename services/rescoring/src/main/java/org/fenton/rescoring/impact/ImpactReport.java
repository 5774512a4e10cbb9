package org.fenton.rescoring.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.CsvCell;
import org.fenton.documents.RankingWriter;

/**
 * All cases of two results side by side.
 *
 * @param before summary of the baseline
 * @param now summary of the new result
 * @param cases most urgent first
 */
public record ImpactReport(JsonNode before, JsonNode now, List<CaseImpact> cases) {
    private static final String HEADER =
            "use,contact,case,label,verdict,top_before,top_now,term,shift,withdrawn,new_stops,lost_stops\r\n";

    /**
     * @param baseline the result of a run, or its output folder
     * @param result the new result
     */
    public static ImpactReport of(Path baseline, Path result) throws IOException {
        ResultTable before = new ResultTable(baseline);
        ResultTable now = new ResultTable(result);
        Map<CaseRows, CaseRows> old = before.cases();
        List<CaseImpact> cases = new ArrayList<>();
        for (CaseRows rows : now.cases().values()) {
            CaseRows known = old.remove(rows);
            cases.add(known == null ? CaseImpact.alone(rows, CaseImpact.Verdict.NEW_CASE) : CaseImpact.of(known, rows));
        }
        old.values().forEach(rows -> cases.add(CaseImpact.alone(rows, CaseImpact.Verdict.GONE_CASE)));
        cases.sort(Comparator.comparingInt(CaseImpact::urgency)
                .thenComparing(CaseImpact::label)
                .thenComparing(CaseImpact::caseId));
        return new ImpactReport(before.summary(), now.summary(), List.copyOf(cases));
    }

    /** Where a baseline lies, before a commit moves the link that names it. */
    public static Path baseline(Path given) throws IOException {
        return ResultTable.resolved(given);
    }

    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder csv = new StringBuilder(HEADER);
        cases.forEach(each -> csv.append(line(each)));
        Files.writeString(folder.resolve("impact.csv"), csv);
        Files.writeString(folder.resolve("impact.json"), CanonicalJson.write(json()) + "\n");
        Files.writeString(folder.resolve("impact.html"), new ImpactPage(this).html());
    }

    /** One sentence for the terminal. */
    public String words() {
        return contacts() + " of " + cases.size() + " cases to contact again; " + withNewStops() + " with new and "
                + withLostStops() + " with lost safety stops; " + changedTops() + " with another top";
    }

    long contacts() {
        return cases.stream().filter(CaseImpact::contact).count();
    }

    long withNewStops() {
        return cases.stream().filter(each -> !each.newStops().isEmpty()).count();
    }

    long withLostStops() {
        return cases.stream().filter(each -> !each.lostStops().isEmpty()).count();
    }

    long changedTops() {
        return cases.stream()
                .filter(each -> each.verdict() == CaseImpact.Verdict.TOP_CHANGED)
                .count();
    }

    Map<String, Long> byVerdict() {
        Map<String, Long> counts = new TreeMap<>();
        cases.forEach(each -> counts.merge(each.verdict().name(), 1L, Long::sum));
        return counts;
    }

    Map<String, Long> byTerm() {
        Map<String, Long> counts = new TreeMap<>();
        cases.stream().filter(each -> !each.term().isEmpty()).forEach(each -> counts.merge(each.term(), 1L, Long::sum));
        return counts;
    }

    /** In how many cases each rule stops something that it did not, or no longer stops it. */
    Map<String, Long> byRule(Function<CaseImpact, List<String>> stops) {
        Map<String, Long> counts = new TreeMap<>();
        for (CaseImpact each : cases) {
            stops.apply(each).stream()
                    .map(stop -> stop.substring(stop.lastIndexOf(' ') + 1))
                    .distinct()
                    .forEach(rule -> counts.merge(rule, 1L, Long::sum));
        }
        return counts;
    }

    /** Which top gave way to which, the most frequent first. */
    Map<String, Long> byTops(int most) {
        Map<String, Long> counts = new TreeMap<>();
        cases.stream()
                .filter(each -> each.verdict() == CaseImpact.Verdict.TOP_CHANGED)
                .forEach(each -> counts.merge(each.topBefore() + " → " + each.topNow(), 1L, Long::sum));
        Map<String, Long> first = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .forEach(each -> first.put(each.getKey(), each.getValue()));
        return first;
    }

    private static String line(CaseImpact each) {
        return Stream.of(
                        "research use only",
                        each.contact() ? "YES" : "no",
                        each.caseId(),
                        each.label(),
                        each.verdict().name(),
                        each.topBefore(),
                        each.topNow(),
                        each.term(),
                        each.shift().map(CanonicalJson::number).orElse(""),
                        String.join("; ", each.withdrawn()),
                        String.join("; ", each.newStops()),
                        String.join("; ", each.lostStops()))
                .map(CsvCell::quoted)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("researchUseOnly", RankingWriter.RESEARCH_USE);
        root.set("before", before);
        root.set("now", now);
        ObjectNode counts = root.putObject("counts");
        counts.put("cases", cases.size()).put("contact", contacts());
        counts.put("newStops", withNewStops()).put("lostStops", withLostStops());
        byVerdict().forEach(counts::put);
        ObjectNode added = root.putObject("newStopsByRule");
        byRule(CaseImpact::newStops).forEach(added::put);
        ObjectNode gone = root.putObject("lostStopsByRule");
        byRule(CaseImpact::lostStops).forEach(gone::put);
        ObjectNode terms = root.putObject("movedBy");
        byTerm().forEach(terms::put);
        var list = root.putArray("cases");
        cases.stream().filter(CaseImpact::changed).forEach(each -> {
            ObjectNode node = list.addObject();
            node.put("case", each.caseId()).put("label", each.label());
            node.put("contact", each.contact()).put("verdict", each.verdict().name());
            node.put("topBefore", each.topBefore()).put("topNow", each.topNow());
            node.put("term", each.term());
            each.shift().ifPresent(points -> node.put("shift", points));
            node.set("withdrawn", RankingWriter.texts(each.withdrawn()));
            node.set("newStops", RankingWriter.texts(each.newStops()));
            node.set("lostStops", RankingWriter.texts(each.lostStops()));
        });
        return root;
    }
}
