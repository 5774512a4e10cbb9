package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.tumour.PathwayState;

/**
 * Activities to move, and the ranking that follows.
 *
 * @param rows the leaders of every list after the change, with where they stood before; empty before anything was asked
 * @param smallest the smallest changes found that put another candidate on top
 */
public record WhatIfView(
        String id,
        List<Slider> sliders,
        boolean asked,
        String top,
        List<Row> rows,
        List<String> smallest,
        boolean searched) {
    /** The factors and pathways that a board moves; all but the first of each are shown when they were measured. */
    private static final List<String> FACTORS =
            List.of("STAT3", "STAT1", "NFE2L2", "STAT5A", "STAT6", "TP53", "ATF4", "HIF1A", "IRF1");

    private static final List<String> PATHWAYS = List.of("JAK-STAT", "Hypoxia", "p53");
    private static final int ALWAYS = 3;
    private static final int LEADERS = 8;
    static final double REACH = 8;

    /** @param measured what the case says; empty when nothing */
    public record Slider(String name, String network, String source, String measured, String value, boolean moved) {
        /** With a sign of subtraction, as every other number of a page. */
        public String shown() {
            return value.replace('-', '\u2212');
        }
    }

    public record Row(
            String list, int rank, String combination, String name, String score, String before, boolean changed) {}

    static List<Slider> sliders(PathwayState state, Fields fields) {
        List<Slider> sliders = new ArrayList<>();
        for (String source : FACTORS) {
            add(sliders, "collectri", source, state.factor(source), fields, sliders.size() < ALWAYS);
        }
        for (String source : PATHWAYS) {
            add(sliders, "progeny", source, state.pathway(source), fields, false);
        }
        return sliders;
    }

    private static void add(
            List<Slider> sliders, String network, String source, OptionalDouble now, Fields fields, boolean always) {
        if (now.isEmpty() && !always) {
            return;
        }
        String name = network + "." + source;
        String start = tenths(now.orElse(0));
        String value = fields.text(name).isEmpty() ? start : fields.text(name);
        sliders.add(new Slider(
                name,
                network,
                source,
                now.isPresent() ? Numbers.signed(now.getAsDouble()) : "",
                value,
                !value.equals(start)));
    }

    /** What a slider says: tenths, within its reach. */
    private static String tenths(double value) {
        double held = Math.max(-REACH, Math.min(REACH, value));
        return Numbers.fixed(held, 1).replace('\u2212', '-');
    }

    static List<Row> rows(Ranking after, Map<Combination, Place> before, Knowledge knowledge) {
        List<Row> rows = new ArrayList<>();
        for (ListKey key : ListKey.values()) {
            List<RankedCandidate> list = key == ListKey.NO_ANSWER ? List.of() : key.of(after);
            list.stream().limit(LEADERS).forEach(candidate -> {
                Place place = before.get(candidate.combination());
                boolean same = place != null && place.list() == key && place.rank() == candidate.rank();
                rows.add(new Row(
                        key.label(),
                        candidate.rank(),
                        candidate.combination().toString(),
                        org.fenton.gateway.workbench.Row.name(candidate.combination(), knowledge),
                        Numbers.signed(candidate.score()),
                        place == null
                                ? "not ranked"
                                : same ? "same" : place.list().label() + " " + place.rank(),
                        !same));
            });
        }
        return rows;
    }

    record Place(ListKey list, int rank) {}

    static List<String> smallest(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        for (JsonNode flip : answer.at("/smallestChange/activities")) {
            lines.add(flip.path("factor").asText() + " from "
                    + (flip.has("from") ? Numbers.signed(flip.path("from").asDouble()) : "not measured") + " to "
                    + Numbers.signed(flip.path("to").asDouble()) + ": "
                    + (flip.has("leader")
                            ? flip.path("leader").asText() + " leads"
                            : "nothing is favourable any more"));
        }
        return lines;
    }
}
