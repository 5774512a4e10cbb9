package org.fenton.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.ranking.Degradation;
import org.fenton.core.ranking.Lane;
import org.fenton.core.ranking.LeftOut;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.ranking.Sensitivity;
import org.fenton.core.ranking.Term;
import org.fenton.core.safety.Finding;

/** A ranking as text for a terminal: the same scores as the JSON, rounded to two decimals. */
public final class RankingTable {
    private static final int WIDTH = 110;
    private static final int FEW = 5;
    private static final int PAIRS = 3;

    private final Knowledge knowledge;
    private final int top;
    private final StringBuilder out = new StringBuilder();

    public RankingTable(Knowledge knowledge, int top) {
        this.knowledge = knowledge;
        this.top = top;
    }

    public byte[] write(CaseDocument document, Ranking ranking) {
        return write(document, ranking, List.of());
    }

    /** {@code degraded} says what the answer had to do without. */
    public byte[] write(CaseDocument document, Ranking ranking, List<Degradation> degraded) {
        line(RankingWriter.RESEARCH_USE);
        line("");
        line("Case     " + document.tumourCase().label());
        line("Goal     " + document.tumourCase().goal().words());
        line("Release  " + ranking.releaseId());
        line("Bundle   " + ranking.bundleId());
        line("Policy   " + ranking.policy().id());
        degraded.forEach(gap -> wrapped("", "MISSING: " + gap.missing() + "; " + gap.detail()));
        line("");
        ranking.notes().forEach(note -> wrapped("  ", note));
        for (Lane lane : Lane.values()) {
            lane(lane, ranking.favourable().get(lane));
        }
        sensitivity(ranking);
        few("CONFLICTED: the evidence points both ways, no direction is given", ranking.conflicted());
        few("EXPECTED HARM: expected to work against the goal", ranking.expectedHarm());
        few("NO ANSWER: no mechanism path strong enough in this case", ranking.noAnswer());
        leftOut(ranking.leftOut());
        line("");
        line(
                "Score: points, higher is better, only within this case; the interval states doubt. Do not read an order into a band.");
        line("Every number, path and source: --format json");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void sensitivity(Ranking ranking) {
        line("");
        Sensitivity.of(ranking)
                .forEach(lane -> wrapped(
                        "  ",
                        lane.lane().name().toLowerCase(Locale.ROOT) + " lane: " + lane.leader() + " leads in "
                                + (lane.trials() - lane.flips().size()) + " of " + lane.trials()
                                + " re-weighings (each weight halved, doubled)"
                                + lane.nearest()
                                        .map(flip -> String.format(
                                                Locale.ROOT,
                                                "; %s catches up at %.2f x the weight of %s",
                                                flip.leader(),
                                                flip.factor(),
                                                flip.term().label()))
                                        .orElse("")));
    }

    private void lane(Lane lane, List<RankedCandidate> candidates) {
        line("");
        String title =
                switch (lane) {
                    case CLINICAL -> "CLINICAL LANE: tested in patients with this disease";
                    case EXPERIMENTAL -> "EXPERIMENTAL LANE: tested in models of this disease";
                    case PREDICTED -> "PREDICTED LANE: hypotheses from mechanism and model";
                };
        if (candidates.isEmpty()) {
            line(title + ": none");
            return;
        }
        line(title + " (" + shown(candidates.size()) + ")");
        line(String.format("  %4s %4s %6s  %-16s %s", "rank", "band", "score", "interval", "candidate"));
        candidates.stream().limit(top).forEach(this::candidate);
        bestPairs(candidates);
    }

    /** Where single agents fill the top, the pairs that people look for are shown below, with their ranks. */
    private void bestPairs(List<RankedCandidate> candidates) {
        boolean shown = candidates.stream()
                .limit(top)
                .anyMatch(candidate -> candidate.combination().isPair());
        List<RankedCandidate> pairs = candidates.stream()
                .skip(top)
                .filter(candidate -> candidate.combination().isPair())
                .limit(PAIRS)
                .toList();
        if (!shown && !pairs.isEmpty()) {
            line("  best pairs of this lane:");
            pairs.forEach(this::candidate);
        }
    }

    private void candidate(RankedCandidate candidate) {
        line(String.format(
                Locale.ROOT,
                "  %4d %4d %6.2f  %-16s %s",
                candidate.rank(),
                candidate.band(),
                candidate.score(),
                interval(candidate),
                names(candidate)));
        line("            = " + terms(candidate));
        candidate.reasons().stream().limit(2).forEach(reason -> wrapped("            + ", reason));
        candidate.against().stream().limit(1).forEach(reason -> wrapped("            - ", reason));
        safety(candidate);
    }

    private void few(String title, List<RankedCandidate> candidates) {
        line("");
        line(title + " (" + candidates.size() + ")");
        candidates.stream()
                .limit(FEW)
                .forEach(candidate -> line(String.format(
                        Locale.ROOT,
                        "  %-44s promoting %.2f, inhibiting %.2f",
                        names(candidate),
                        candidate.effect().promoting(),
                        candidate.effect().inhibiting())));
        more(candidates.size());
    }

    private void leftOut(List<LeftOut> entries) {
        for (String code : List.of("SAFETY_STOP", "FAILED_DRUG", "NOT_FOR_PATIENTS")) {
            List<LeftOut> own =
                    entries.stream().filter(entry -> entry.code().equals(code)).toList();
            if (!own.isEmpty()) {
                line("");
                line("EXCLUDED, " + code.toLowerCase(Locale.ROOT).replace('_', ' ') + " (" + own.size() + ")");
                own.stream()
                        .limit(FEW)
                        .forEach(entry -> wrapped(
                                "  ", entry.combination() + ": " + entry.reason() + " [" + entry.source() + "]"));
                more(own.size());
            }
        }
    }

    private void more(int size) {
        if (size > FEW) {
            line("  … and " + (size - FEW) + " more (--format json)");
        }
    }

    private void safety(RankedCandidate candidate) {
        String fired = candidate.safety().stream()
                .filter(finding -> finding.fired() && finding.rule().action() != SafetyRule.Action.INFORM)
                .map(finding -> finding.rule().action().name().toLowerCase(Locale.ROOT) + " "
                        + finding.rule().id() + " " + finding.rule().trigger())
                .distinct()
                .limit(3)
                .collect(Collectors.joining("; "));
        long unknown = candidate.safety().stream().filter(Finding::unknown).count();
        if (!fired.isEmpty() || unknown > 0) {
            wrapped(
                    "            ! ",
                    (fired.isEmpty() ? "" : fired)
                            + (unknown > 0
                                    ? (fired.isEmpty() ? "" : "; ") + unknown + " rules could not be decided"
                                    : ""));
        }
    }

    private String names(RankedCandidate candidate) {
        return candidate.combination().drugs().stream()
                .map(id -> knowledge.drug(id).name())
                .collect(Collectors.joining(" + "));
    }

    private static String interval(RankedCandidate candidate) {
        return String.format(Locale.ROOT, "[%.2f, %.2f]", candidate.lower(), candidate.upper());
    }

    private static String terms(RankedCandidate candidate) {
        return candidate.ledger().terms().stream().map(RankingTable::term).collect(Collectors.joining("  "));
    }

    private static String term(Term term) {
        return String.format(Locale.ROOT, "%s %+.2f", term.kind().label(), term.contribution());
    }

    private String shown(int size) {
        return size <= top ? size + " in all" : top + " of " + size + " shown";
    }

    private void wrapped(String indent, String text) {
        String lead = indent;
        StringBuilder current = new StringBuilder(lead);
        for (String word : text.split(" ")) {
            if (current.length() + word.length() > WIDTH && current.length() > lead.length()) {
                line(current.toString().stripTrailing());
                lead = " ".repeat(indent.length());
                current = new StringBuilder(lead);
            }
            current.append(word).append(' ');
        }
        line(current.toString().stripTrailing());
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
