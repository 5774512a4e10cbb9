package org.fenton.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fenton.core.ranking.Abstention;
import org.fenton.core.ranking.Lane;
import org.fenton.core.ranking.LeftOut;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.ranking.TermKind;
import org.fenton.core.safety.Finding;

/** A ranking as RFC 4180 CSV: one row a candidate, caveats included, scores in full precision. */
public final class RankingCsv {

    private final int top;

    public RankingCsv(int top) {
        this.top = top;
    }

    public byte[] write(CaseDocument document, Ranking ranking) {
        StringBuilder out = new StringBuilder();
        row(out, header(ranking));
        for (Lane lane : Lane.values()) {
            candidates(out, document, ranking, ranking.favourable().get(lane));
        }
        candidates(out, document, ranking, ranking.conflicted());
        candidates(out, document, ranking, ranking.expectedHarm());
        candidates(out, document, ranking, ranking.noAnswer());
        for (LeftOut entry : ranking.leftOut()) {
            List<String> cells = new java.util.ArrayList<>(
                    List.of(document.id(), entry.combination(), "EXCLUDED", "", "", "", "", "", ""));
            for (int i = 0; i < ranking.policy().terms().size(); i++) {
                cells.add("");
            }
            cells.addAll(List.of(entry.code(), entry.reason(), "", provenance(ranking), RankingWriter.RESEARCH_USE));
            row(out, cells);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> header(Ranking ranking) {
        List<String> cells = new java.util.ArrayList<>(
                List.of("case", "combination", "outlook", "lane", "rank", "band", "score", "lower", "upper"));
        for (TermKind kind : ranking.policy().terms()) {
            cells.add(kind.label().replace(' ', '_').replace('-', '_'));
        }
        cells.addAll(List.of("abstention_or_exclusion", "caveats", "safety", "provenance", "notice"));
        return cells;
    }

    private void candidates(
            StringBuilder out, CaseDocument document, Ranking ranking, List<RankedCandidate> candidates) {
        candidates.stream().limit(top).forEach(candidate -> {
            List<String> cells = new java.util.ArrayList<>(List.of(
                    document.id(),
                    candidate.combination().toString(),
                    candidate.outlook().name(),
                    candidate.lane().name(),
                    Integer.toString(candidate.rank()),
                    Integer.toString(candidate.band()),
                    CanonicalJson.number(candidate.score()),
                    CanonicalJson.number(candidate.lower()),
                    CanonicalJson.number(candidate.upper())));
            for (TermKind kind : ranking.policy().terms()) {
                cells.add(candidate.ledger().terms().stream()
                        .filter(term -> term.kind().equals(kind))
                        .map(term -> CanonicalJson.number(term.contribution()))
                        .findFirst()
                        .orElse(""));
            }
            cells.add(Stream.concat(
                            candidate.abstention().stream().map(Abstention::name),
                            candidate.ledger().unknown().stream()
                                    .map(term -> term.kind().label() + ": " + term.reason()))
                    .collect(Collectors.joining("; ")));
            cells.add(String.join("; ", candidate.against()));
            cells.add(candidate.safety().stream()
                    .filter(Finding::fired)
                    .map(finding ->
                            finding.rule().action() + " " + finding.rule().id())
                    .distinct()
                    .collect(Collectors.joining("; ")));
            cells.add(provenance(ranking));
            cells.add(RankingWriter.RESEARCH_USE);
            row(out, cells);
        });
    }

    private static String provenance(Ranking ranking) {
        return ranking.releaseId() + " " + ranking.bundleId() + " "
                + ranking.policy().id();
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append(cells.stream().map(CsvCell::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }
}
