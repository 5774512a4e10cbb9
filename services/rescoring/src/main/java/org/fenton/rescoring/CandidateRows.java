package org.fenton.rescoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fenton.core.ranking.TermKind;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.CsvCell;
import org.fenton.rescoring.score.ScoreRows;
import org.fenton.rescoring.store.CandidateTable;
import org.fenton.rescoring.store.CandidateTable.Column;
import org.fenton.rescoring.store.CandidateTable.Type;

/** The flat table of a ranking: one row a candidate that is shown, one for each that was left out. Caveats stay beside scores. */
final class CandidateRows {
    /** What says whose row it is; the same in all rows of a ranking. */
    private static final List<String> HEAD = List.of("use", "case", "label", "goal", "release", "bundle", "policy");

    static final CandidateTable TABLE = new CandidateTable(columns());
    private static final String USE = "research use only";
    private static final Map<String, Integer> PLACES = places();
    private static final Map<String, String> TERMS =
            Arrays.stream(TermKind.values()).collect(Collectors.toMap(TermKind::label, kind -> column(kind.label())));

    private CandidateRows() {}

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        text(columns, HEAD.toArray(String[]::new));
        text(columns, "outlook", "lane");
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

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (Column column : TABLE.columns()) {
            places.put(column.name(), places.size());
        }
        return places;
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
        StringBuilder lines = new StringBuilder(1 << 17);
        String head = head(ranking);
        for (String list : ScoreRows.LISTS) {
            for (JsonNode candidate : ranking.path(list)) {
                candidate(new Row(), list, candidate).write(lines.append(head));
            }
        }
        for (JsonNode leftOut : ranking.path("excluded")) {
            Row row = new Row();
            row.put("outlook", "EXCLUDED");
            row.put("combination", leftOut.path("combination").asText());
            row.put("excluded", leftOut.path("code").asText());
            row.put("reason", leftOut.path("reason").asText());
            row.put("source", leftOut.path("source").asText());
            row.write(lines.append(head));
        }
        return lines.toString();
    }

    /** The cells that all rows of a ranking begin with. */
    private static String head(JsonNode ranking) {
        StringBuilder head = new StringBuilder(USE);
        for (String name : HEAD.subList(1, HEAD.size())) {
            CsvCell.append(head.append(','), ranking.path(name).asText());
        }
        return head.toString();
    }

    /** The cells behind the head; what is not put stays empty. */
    private static final class Row {
        private final String[] cells = new String[TABLE.columns().size()];

        void put(String column, String text) {
            cells[PLACES.get(column)] = text;
        }

        void number(String column, JsonNode value) {
            put(column, CanonicalJson.number(value.doubleValue()));
        }

        void write(StringBuilder lines) {
            for (int i = HEAD.size(); i < cells.length; i++) {
                lines.append(',');
                if (cells[i] != null) {
                    CsvCell.append(lines, cells[i]);
                }
            }
            lines.append("\r\n");
        }
    }

    private static Row candidate(Row row, String list, JsonNode candidate) {
        row.put("outlook", ScoreRows.outlook(list));
        for (String name : List.of("combination", "lane", "rank", "band")) {
            row.put(name, candidate.path(name).asText());
        }
        for (String name : List.of("score", "lower", "upper")) {
            row.number(name, candidate.path(name));
        }
        row.put("drugs", joined(" + ", candidate.path("drugs"), drug -> drug.path("name")
                .asText()));
        for (JsonNode term : candidate.path("terms")) {
            row.number(TERMS.get(term.path("name").asText()), term.path("contribution"));
        }
        if (ScoreRows.isPair(candidate)) {
            Optional<String> abstention = ScoreRows.abstention(candidate);
            row.put("abstained", Boolean.toString(abstention.isPresent()));
            abstention.ifPresent(reason -> row.put("abstention", reason));
        }
        row.put(
                "unknown",
                joined(
                        " | ",
                        candidate.path("unknown"),
                        term -> term.path("name").asText() + ": "
                                + term.path("reason").asText()));
        row.put("safety", joined(" | ", candidate.path("safety"), CandidateRows::finding));
        row.put("caveat", joined(" | ", candidate.path("against"), JsonNode::asText));
        return row;
    }

    private static String finding(JsonNode finding) {
        return finding.path("rule").asText() + " " + finding.path("action").asText() + " "
                + finding.path("state").asText() + ": " + finding.path("advice").asText();
    }

    private static String joined(String separator, JsonNode list, Function<JsonNode, String> text) {
        StringJoiner all = new StringJoiner(separator);
        list.forEach(each -> all.add(text.apply(each)));
        return all.toString();
    }
}
