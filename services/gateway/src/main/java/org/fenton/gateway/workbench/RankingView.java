package org.fenton.gateway.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.Degradation;
import org.fenton.core.ranking.LeftOut;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.ranking.Sensitivity;
import org.fenton.gateway.ranking.Question;

/**
 * A ranking as its page shows it.
 *
 * @param id of the decision record
 * @param lists one when a list was asked for, else the head of each that is not empty
 * @param stops safety stops, one a rule
 */
public record RankingView(
        String id,
        String heading,
        String disease,
        String goal,
        String failedDrug,
        List<Sentence> notes,
        List<Degradation> gaps,
        List<Tab> tabs,
        List<ListView> lists,
        Filter filter,
        String asked,
        List<Stop> stops,
        List<Left> notForPatients,
        List<Left> otherwiseLeftOut,
        List<String> sensitivity) {
    public record Tab(String key, String label, String about, String count, boolean current) {}

    /** Combinations that one rule stops. */
    public record Stop(String rule, String reason, List<String> combinations) {}

    public record Left(String id, String name, String reason, String source) {}

    static RankingView of(String id, Question question, Ranking ranking, ListView.Wanted wanted) {
        Knowledge knowledge = question.ranker().knowledge();
        CaseWords words = new CaseWords(question.tumourCase(), knowledge);
        List<ListView> lists = wanted.key() == null
                ? ListView.overview(ranking, knowledge, wanted)
                : List.of(ListView.page(ranking, knowledge, wanted));
        String label = question.tumourCase().label();
        return new RankingView(
                id,
                label.isEmpty()
                        ? "Case " + Provenance.shortened(question.document().id())
                        : label,
                words.disease(),
                words.goal(),
                question.tumourCase().failedDrug().orElse(""),
                Sentence.of(ranking.notes()),
                question.degraded(),
                tabs(ranking, wanted.key()),
                lists,
                wanted.filter(),
                wanted.key() == null ? "" : wanted.key().name(),
                stops(ranking, knowledge),
                left(ranking, "NOT_FOR_PATIENTS"),
                left(ranking, "FAILED_DRUG"),
                sensitivity(ranking, knowledge));
    }

    private static List<Tab> tabs(Ranking ranking, ListKey current) {
        List<Tab> tabs = new ArrayList<>();
        for (ListKey key : ListKey.values()) {
            tabs.add(new Tab(
                    key.name(),
                    key.label(),
                    key.about(),
                    Numbers.count(key.of(ranking).size()),
                    key == current));
        }
        return tabs;
    }

    private static List<Stop> stops(Ranking ranking, Knowledge knowledge) {
        Map<String, Stop> byRule = new LinkedHashMap<>();
        for (LeftOut entry : ranking.leftOut()) {
            if (entry.code().equals("SAFETY_STOP")) {
                byRule.computeIfAbsent(
                                entry.source() + entry.reason(),
                                first -> new Stop(entry.source(), entry.reason(), new ArrayList<>()))
                        .combinations()
                        .add(Row.name(org.fenton.core.id.Combination.parse(entry.combination()), knowledge));
            }
        }
        return List.copyOf(byRule.values());
    }

    private static List<Left> left(Ranking ranking, String code) {
        return ranking.leftOut().stream()
                .filter(entry -> entry.code().equals(code))
                .map(entry -> new Left(entry.combination(), entry.combination(), entry.reason(), entry.source()))
                .toList();
    }

    private static List<String> sensitivity(Ranking ranking, Knowledge knowledge) {
        return Sensitivity.of(ranking).stream()
                .map(lane -> ListKey.valueOf(lane.lane().name()).label() + ": "
                        + Row.name(lane.leader(), knowledge) + " leads in "
                        + (lane.trials() - lane.flips().size()) + " of " + lane.trials()
                        + " re-weighings (each weight halved, doubled)"
                        + lane.nearest()
                                .map(flip -> "; " + Row.name(flip.leader(), knowledge) + " catches up at "
                                        + Numbers.plain(flip.factor()) + " × the weight of "
                                        + flip.term().label())
                                .orElse(""))
                .toList();
    }

    public boolean isOverview() {
        return asked.isEmpty();
    }

    /** How many combinations the safety rules stop. */
    public int stopped() {
        return stops.stream().mapToInt(stop -> stop.combinations().size()).sum();
    }

    static List<RankedCandidate> everyOne(Ranking ranking) {
        List<RankedCandidate> all = new ArrayList<>();
        for (ListKey key : ListKey.values()) {
            all.addAll(key.of(ranking));
        }
        return all;
    }
}
