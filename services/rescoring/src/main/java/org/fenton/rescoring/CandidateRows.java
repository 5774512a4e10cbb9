package org.fenton.rescoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.LeftOut;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.ranking.Term;
import org.fenton.core.ranking.TermKind;
import org.fenton.core.ranking.UnknownTerm;
import org.fenton.core.safety.Finding;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.CaseDocument;
import org.fenton.documents.CsvCell;
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

    private final Knowledge knowledge;
    private final int top;

    /** @param top how many candidates of each list are shown */
    CandidateRows(Knowledge knowledge, int top) {
        this.knowledge = knowledge;
        this.top = top;
    }

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

    String of(CaseDocument document, Ranking ranking) {
        StringBuilder lines = new StringBuilder(1 << 17);
        String head = head(document, ranking);
        ranking.favourable().values().forEach(lane -> append(lane, head, lines));
        append(ranking.conflicted(), head, lines);
        append(ranking.expectedHarm(), head, lines);
        append(ranking.noAnswer(), head, lines);
        for (LeftOut leftOut : ranking.leftOut()) {
            Row row = new Row();
            row.put("outlook", "EXCLUDED");
            row.put("combination", leftOut.combination());
            row.put("excluded", leftOut.code());
            row.put("reason", leftOut.reason());
            row.put("source", leftOut.source());
            row.write(lines.append(head));
        }
        return lines.toString();
    }

    private void append(List<RankedCandidate> all, String head, StringBuilder lines) {
        all.stream().limit(top).forEach(each -> row(each).write(lines.append(head)));
    }

    /** The cells that all rows of a ranking begin with. */
    private static String head(CaseDocument document, Ranking ranking) {
        StringBuilder head = new StringBuilder(USE);
        for (String cell : List.of(
                document.id(),
                document.tumourCase().label(),
                document.tumourCase().goal().name(),
                ranking.releaseId(),
                ranking.bundleId(),
                ranking.policy().id())) {
            CsvCell.append(head.append(','), cell);
        }
        return head.toString();
    }

    /** The cells behind the head; what is not put stays empty. */
    private static final class Row {
        private final String[] cells = new String[TABLE.columns().size()];

        void put(String column, String text) {
            cells[PLACES.get(column)] = text;
        }

        void put(String column, double number) {
            put(column, CanonicalJson.number(number));
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

    private Row row(RankedCandidate candidate) {
        Row row = new Row();
        row.put("outlook", candidate.outlook().name());
        row.put("lane", candidate.lane().name());
        row.put("rank", candidate.rank());
        row.put("band", candidate.band());
        row.put("combination", candidate.combination().toString());
        row.put("drugs", joined(" + ", candidate.combination().drugs(), id -> knowledge
                .drug(id)
                .name()));
        row.put("score", candidate.score());
        row.put("lower", candidate.lower());
        row.put("upper", candidate.upper());
        for (Term term : candidate.ledger().terms()) {
            row.put(TERMS.get(term.kind().label()), term.contribution());
        }
        List<UnknownTerm> unknown = candidate.ledger().unknown();
        if (candidate.combination().isPair()) {
            Optional<String> abstention = unknown.stream()
                    .filter(term -> term.kind().equals(TermKind.SYNERGY))
                    .findFirst()
                    .map(UnknownTerm::reason);
            row.put("abstained", Boolean.toString(abstention.isPresent()));
            abstention.ifPresent(reason -> row.put("abstention", reason));
        }
        row.put("unknown", joined(" | ", unknown, term -> term.kind().label() + ": " + term.reason()));
        row.put("safety", joined(" | ", candidate.safety(), CandidateRows::finding));
        row.put("caveat", String.join(" | ", candidate.against()));
        return row;
    }

    private static String finding(Finding finding) {
        return finding.rule().id() + " " + finding.rule().action().name() + " "
                + finding.verdict().state().name() + ": " + finding.rule().actionText();
    }

    private static <T> String joined(String separator, List<T> list, Function<T, String> text) {
        return list.stream().map(text).collect(Collectors.joining(separator));
    }
}
