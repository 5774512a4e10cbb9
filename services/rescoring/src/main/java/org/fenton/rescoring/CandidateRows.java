package org.fenton.rescoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.fenton.core.ranking.TermKind;
import org.fenton.documents.CanonicalJson;
import org.fenton.rescoring.store.CandidateTable;
import org.fenton.rescoring.store.CandidateTable.Column;
import org.fenton.rescoring.store.CandidateTable.Type;

/** The flat table of a ranking: one row a candidate that is shown, one for each that was left out. Caveats stay beside scores. */
final class CandidateRows {
    static final CandidateTable TABLE = new CandidateTable(columns());
    private static final String USE = "research use only";
    private static final Map<String, String> LISTS = Map.of(
            "candidates",
            "FAVOURABLE",
            "conflicted",
            "CONFLICTED",
            "expectedHarm",
            "EXPECTED_HARM",
            "noAnswer",
            "UNKNOWN");

    private CandidateRows() {}

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        text(columns, "use", "case", "label", "goal", "release", "bundle", "policy", "outlook", "lane");
        columns.add(new Column("rank", Type.INTEGER));
        columns.add(new Column("band", Type.INTEGER));
        text(columns, "combination", "drugs");
        for (String name : List.of("score", "lower", "upper")) {
            columns.add(new Column(name, Type.DECIMAL));
        }
        for (TermKind kind : TermKind.values()) {
            columns.add(new Column(column(kind.label()), Type.DECIMAL));
        }
        text(columns, "abstained", "abstention", "unknown", "safety", "caveat", "excluded", "reason", "source");
        return List.copyOf(columns);
    }

    private static void text(List<Column> columns, String... names) {
        for (String name : names) {
            columns.add(new Column(name, Type.TEXT));
        }
    }

    /** The column that holds a term's contribution. */
    static String column(String term) {
        return term.replaceAll("[^a-z]+", "_").toLowerCase(Locale.ROOT);
    }

    static String of(JsonNode ranking) {
        StringBuilder lines = new StringBuilder();
        for (String list : List.of("candidates", "conflicted", "expectedHarm", "noAnswer")) {
            for (JsonNode candidate : ranking.path(list)) {
                lines.append(line(ranking, candidate(list, candidate)));
            }
        }
        for (JsonNode leftOut : ranking.path("excluded")) {
            Map<String, String> cells = new TreeMap<>();
            cells.put("outlook", "EXCLUDED");
            cells.put("combination", leftOut.path("combination").asText());
            cells.put("excluded", leftOut.path("code").asText());
            cells.put("reason", leftOut.path("reason").asText());
            cells.put("source", leftOut.path("source").asText());
            lines.append(line(ranking, cells));
        }
        return lines.toString();
    }

    private static String line(JsonNode ranking, Map<String, String> cells) {
        cells.put("use", USE);
        for (String name : List.of("case", "label", "goal", "release", "bundle", "policy")) {
            cells.put(name, ranking.path(name).asText());
        }
        Object[] values = TABLE.columns().stream()
                .map(column -> cells.getOrDefault(column.name(), ""))
                .toArray();
        return CSVFormat.RFC4180.format(values) + "\r\n";
    }

    private static Map<String, String> candidate(String list, JsonNode candidate) {
        Map<String, String> cells = new TreeMap<>();
        cells.put("outlook", LISTS.get(list));
        for (String name : List.of("combination", "lane", "rank", "band")) {
            cells.put(name, candidate.path(name).asText());
        }
        for (String name : List.of("score", "lower", "upper")) {
            cells.put(name, CanonicalJson.number(candidate.path(name).doubleValue()));
        }
        StringJoiner drugs = new StringJoiner(" + ");
        candidate.path("drugs").forEach(drug -> drugs.add(drug.path("name").asText()));
        cells.put("drugs", drugs.toString());
        candidate
                .path("terms")
                .forEach(term -> cells.put(
                        column(term.path("name").asText()),
                        CanonicalJson.number(term.path("contribution").doubleValue())));
        StringJoiner unknown = new StringJoiner(" | ");
        boolean pair = candidate.path("drugs").size() == 2;
        if (pair) {
            cells.put("abstained", "false");
        }
        for (JsonNode term : candidate.path("unknown")) {
            String reason = term.path("reason").asText();
            unknown.add(term.path("name").asText() + ": " + reason);
            if (pair && term.path("name").asText().equals(TermKind.SYNERGY.label())) {
                cells.put("abstained", "true");
                cells.put("abstention", reason);
            }
        }
        cells.put("unknown", unknown.toString());
        StringJoiner safety = new StringJoiner(" | ");
        candidate
                .path("safety")
                .forEach(finding -> safety.add(finding.path("rule").asText() + " "
                        + finding.path("action").asText() + " "
                        + finding.path("state").asText() + ": "
                        + finding.path("advice").asText()));
        cells.put("safety", safety.toString());
        StringJoiner caveat = new StringJoiner(" | ");
        candidate.path("against").forEach(sentence -> caveat.add(sentence.asText()));
        cells.put("caveat", caveat.toString());
        return cells;
    }
}
