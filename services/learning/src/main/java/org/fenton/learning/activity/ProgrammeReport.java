package org.fenton.learning.activity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.fenton.core.programme.ActivityProgramme;
import org.fenton.core.programme.GeneProgramme;
import org.fenton.core.programme.Programme;
import org.fenton.core.programme.ProgrammeActivity;
import org.fenton.core.programme.RankedProgramme;
import org.fenton.learning.reference.ScoredProgrammes;

/** Programmes of all conditions with their place in the reference panel, as text. */
record ProgrammeReport(ScoredProgrammes scored) {
    /** The name in the statistic column. */
    static final String STATISTIC = "programme";

    /** What the coverage table says of programmes beyond measured, total and kept. */
    static final String COVERAGE_COLUMNS = "\tcondition\tdoubt\tpercentile\tpanel_lines\tmissing\treason";

    List<RankedProgramme> entries() {
        return scored.entries();
    }

    String referenceNote() {
        return scored.referenceNote();
    }

    /** One line a programme with a score, below the activities' header. */
    String tsv() {
        StringBuilder text = new StringBuilder();
        for (RankedProgramme entry : entries()) {
            entry.activity().score().ifPresent(score -> text.append(STATISTIC)
                    .append('\t')
                    .append(entry.activity().programme())
                    .append('\t')
                    .append(entry.activity().condition())
                    .append('\t')
                    .append(score.value())
                    .append('\t')
                    .append(orEmpty(score.pValue()))
                    .append('\t')
                    .append(orEmpty(score.falseDiscoveryRate()))
                    .append('\n'));
        }
        return text.toString();
    }

    private static String orEmpty(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }

    /** One line a programme and condition, with or without a score. */
    String coverageTsv() {
        StringBuilder text = new StringBuilder();
        for (RankedProgramme entry : entries()) {
            ProgrammeActivity activity = entry.activity();
            List<String> cells = List.of(
                    ActivityProgramme.PROGRAMMES,
                    activity.programme(),
                    String.valueOf(activity.coverage().measured()),
                    String.valueOf(activity.coverage().total()),
                    activity.score().isPresent() ? "yes" : "no",
                    activity.condition(),
                    activity.score().map(s -> Double.toString(s.doubt())).orElse(""),
                    entry.rank().map(r -> Double.toString(r.percentile())).orElse(""),
                    entry.rank().map(r -> Integer.toString(r.lines())).orElse(""),
                    String.join(" ", activity.coverage().missing()),
                    activity.coverage().reason());
            text.append(String.join("\t", cells)).append('\n');
        }
        return text.toString();
    }

    /** Adds {@code programmes} and what they are compared with. */
    void addTo(ObjectNode root) {
        root.put("programmeReference", referenceNote());
        addDefinitions(root.putArray("programmeDefinitions"));
        ArrayNode array = root.putArray("programmes");
        for (RankedProgramme entry : entries()) {
            ProgrammeActivity activity = entry.activity();
            ObjectNode node = array.addObject();
            node.put("statistic", STATISTIC);
            node.put("source", activity.programme());
            node.put("condition", activity.condition());
            activity.score().ifPresent(score -> {
                node.put("score", score.value());
                node.put("doubt", score.doubt());
                score.pValue().ifPresent(p -> node.put("p_value", p));
                score.falseDiscoveryRate().ifPresent(fdr -> node.put("p_value_bh", fdr));
            });
            entry.rank().ifPresent(rank -> {
                node.put("percentile", rank.percentile());
                node.put("panelLines", rank.lines());
            });
            node.put("measured", activity.coverage().measured());
            node.put("total", activity.coverage().total());
            activity.coverage().missing().forEach(node.putArray("missing")::add);
            if (!activity.coverage().reason().isEmpty()) {
                node.put("reason", activity.coverage().reason());
            }
        }
    }

    /** What each programme is, once for all conditions. */
    private void addDefinitions(ArrayNode array) {
        for (Programme programme : scored.programmes().list()) {
            ObjectNode node = array.addObject();
            node.put("programme", programme.key());
            node.put("title", programme.description().title());
            node.put("effectOnFerroptosis", programme.description().effect().name());
            addMembers(node.putArray("members"), programme);
        }
    }

    private static void addMembers(ArrayNode array, Programme programme) {
        if (programme instanceof GeneProgramme set) {
            set.members().forEach(m -> addMember(array, m.gene().value(), m.sign(), m.source()));
        } else {
            ((ActivityProgramme) programme).members().forEach(m -> addMember(array, m.name(), m.sign(), m.source()));
        }
    }

    private static void addMember(ArrayNode array, String name, int sign, String source) {
        ObjectNode node = array.addObject();
        node.put("member", name);
        node.put("sign", sign);
        node.put("source", source);
    }

    /** What was measured, in a few lines for a reader. */
    List<String> summary() {
        List<String> lines = new ArrayList<>();
        String first = entries().get(0).activity().condition();
        long conditions =
                entries().stream().map(e -> e.activity().condition()).distinct().count();
        lines.add("programmes: " + referenceNote());
        if (conditions > 1) {
            lines.add("programmes: coverage of " + first + ", the first of " + conditions
                    + " conditions; genes measured are the same in all");
        }
        for (RankedProgramme entry : entries()) {
            if (entry.activity().condition().equals(first)) {
                lines.add(line(entry));
            }
        }
        return lines;
    }

    private static String line(RankedProgramme entry) {
        ProgrammeActivity.Coverage coverage = entry.activity().coverage();
        String part = "programme " + entry.activity().programme() + ": " + coverage.measured() + " of "
                + coverage.total() + (entry.programme() instanceof GeneProgramme ? " genes" : " targets");
        if (!coverage.reason().isEmpty()) {
            return part + "; no score: " + coverage.reason();
        }
        String missing = coverage.missing().isEmpty()
                ? ""
                : coverage.missing().stream().limit(6).collect(Collectors.joining(" ", "; missing ", ""))
                        + (coverage.missing().size() > 6 ? " …" : "");
        String doubt = entry.activity()
                .score()
                .map(s -> String.format(Locale.ROOT, "; %.2f ± %.2f", s.value(), s.doubt()))
                .orElse("");
        return part
                + missing
                + doubt
                + entry.rank()
                        .map(r -> String.format(
                                Locale.ROOT, "; percentile %.0f among %d lines", r.percentile(), r.lines()))
                        .orElse("");
    }
}
