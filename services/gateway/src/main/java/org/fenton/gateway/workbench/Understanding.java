package org.fenton.gateway.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.pathway.MappingReport;
import org.fenton.core.tumour.Activity;
import org.fenton.core.tumour.Patient;
import org.fenton.core.tumour.TumourCase;
import org.fenton.gateway.model.Coverage;

/**
 * What was understood of a case, to be looked at before it is ranked.
 *
 * @param facts what is known of the case, a line each
 * @param notGiven what safety rules ask for and nobody said
 * @param state what was measured, in words
 * @param activities the most active and the least active sources first
 */
public record Understanding(
        String label,
        List<Fact> facts,
        List<String> notGiven,
        List<Fact> state,
        List<Bar> activities,
        int activityCount,
        List<String> warnings) {
    private static final int SHOWN = 14;

    /** @param doubt what somebody should look at; empty when nothing */
    public record Fact(String name, String value, String doubt) {
        Fact(String name, String value) {
            this(name, value, "");
        }
    }

    /** An activity drawn from the middle of 120 units: {@code from} and {@code width} of its bar. */
    public record Bar(
            String source, String network, String score, String fraction, double from, double width, String tone) {}

    static Understanding of(TumourCase tumourCase, Knowledge knowledge) {
        CaseWords words = new CaseWords(tumourCase, knowledge);
        return new Understanding(
                tumourCase.label(),
                words.facts(),
                words.notGiven(),
                List.of(),
                bars(tumourCase),
                tumourCase.state().activities().size(),
                words.warnings());
    }

    /** The same with what became of the file's rows and of the profile's genes. */
    Understanding measured(Optional<MappingReport> mapping, Optional<Coverage> coverage, String scale) {
        List<Fact> state = new ArrayList<>();
        if (!scale.isEmpty()) {
            state.add(new Fact("Scale", CaseWords.scale(scale)));
        }
        mapping.ifPresent(report -> MeasuredWords.table(report, state));
        coverage.ifPresent(used -> MeasuredWords.profile(used, state));
        return new Understanding(label, facts, notGiven, state, activities, activityCount, warnings);
    }

    private static List<Bar> bars(TumourCase tumourCase) {
        List<Activity> activities = tumourCase.state().activities().stream()
                .sorted(Comparator.comparingDouble((Activity each) -> Math.abs(each.score()))
                        .reversed()
                        .thenComparing(Activity::source))
                .limit(SHOWN)
                .toList();
        double largest = activities.stream()
                .mapToDouble(each -> Math.abs(each.score()))
                .max()
                .orElse(1);
        return activities.stream()
                .map(each -> {
                    double width = largest == 0 ? 0 : Math.abs(each.score()) / largest * 60;
                    return new Bar(
                            each.source(),
                            each.network(),
                            Numbers.signed(each.score()),
                            each.targetsMeasured().isPresent()
                                            && each.targetsTotal().isPresent()
                                    ? each.targetsMeasured().getAsInt() + " of "
                                            + each.targetsTotal().getAsInt()
                                    : "not stated",
                            each.score() < 0 ? 60 - width : 60,
                            width,
                            each.score() < 0 ? "low" : "high");
                })
                .toList();
    }

    static boolean isGiven(Patient patient) {
        return !patient.equals(Patient.NOTHING_GIVEN);
    }
}
