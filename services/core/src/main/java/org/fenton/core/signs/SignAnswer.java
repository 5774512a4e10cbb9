package org.fenton.core.signs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.mechanism.MechanismGraph;
import org.fenton.core.mechanism.Propagation;
import org.fenton.core.ranking.Assessment;

/**
 * What the engine answers to one case.
 *
 * @param effect on the node that was asked about
 * @param misses what was expected and is not so; empty when the case is met
 */
public record SignAnswer(SignCase signCase, Assessment assessment, FerroptosisEffect effect, List<String> misses) {
    public enum Status {
        PASSED,
        FAILED,
        /** Marked as a gap, and not met. */
        GAP,
        /** Marked as a gap, but met: the mark is out of date. */
        GAP_CLOSED
    }

    public SignAnswer {
        misses = List.copyOf(misses);
    }

    static SignAnswer of(Knowledge knowledge, SignCase signCase) {
        Assessment assessment = Assessment.of(knowledge, signCase.tumourCase(), signCase.drugs());
        FerroptosisEffect effect = assessment.effect();
        if (!signCase.end().equals(MechanismGraph.FERROPTOSIS)) {
            Propagation propagation = new Propagation(knowledge, signCase.tumourCase());
            effect = propagation.effectOn(
                    signCase.end(), knowledge.drug(signCase.drugs().first()));
        }
        SignAnswer answer = new SignAnswer(signCase, assessment, effect, List.of());
        return new SignAnswer(signCase, assessment, effect, answer.findMisses());
    }

    public Status status() {
        if (signCase.gap().isEmpty()) {
            return misses.isEmpty() ? Status.PASSED : Status.FAILED;
        }
        return misses.isEmpty() ? Status.GAP_CLOSED : Status.GAP;
    }

    /** Rows and studies behind both sides, the recorded tests and the fired rules. */
    public Set<String> cited() {
        Set<String> cited = new TreeSet<>();
        cited.addAll(cited(effect.promotingPaths()));
        cited.addAll(cited(effect.inhibitingPaths()));
        assessment.tests().forEach(hit -> {
            cited.add(hit.row().id());
            cited.addAll(hit.row().studies());
        });
        assessment.findings().stream()
                .filter(finding -> finding.fired())
                .forEach(finding -> cited.add(finding.rule().id()));
        return cited;
    }

    private static Set<String> cited(List<EffectPath> paths) {
        Set<String> cited = new TreeSet<>();
        paths.forEach(path -> {
            cited.addAll(path.edges());
            cited.addAll(path.studies());
        });
        return cited;
    }

    private List<String> findMisses() {
        List<String> found = new ArrayList<>();
        for (SignCase.Expected expected : signCase.expected()) {
            if (!holds(expected)) {
                found.add("not " + expected);
            }
        }
        Set<String> cited = cited();
        signCase.mustCite().stream()
                .sorted()
                .filter(reference -> !cited.contains(reference))
                .forEach(reference -> found.add(reference + " not cited"));
        return found;
    }

    private boolean holds(SignCase.Expected expected) {
        String value = expected.value();
        return switch (expected.asked()) {
            case DIRECTION -> effect.direction().name().equals(value);
            case NOT_DIRECTION -> !effect.direction().name().equals(value);
            case OUTLOOK -> assessment.outlook().name().equals(value);
            case FIRED -> fired(value);
            case NOT_FIRED -> !fired(value);
            case FOR -> tested(value, 1);
            case AGAINST -> tested(value, -1);
            case CONTEXT_CITES ->
                assessment.contexts().stream()
                        .anyMatch(context ->
                                context.id().equals(value) || context.studies().contains(value));
            case HARMS_CELLS ->
                assessment.harmedCells().stream()
                        .anyMatch(context -> context.id().equals(value));
            case LEFT_OUT ->
                assessment.leftOut().stream().anyMatch(out -> out.code().equals(value));
            case OFFERED -> assessment.leftOut().isEmpty();
            case PROMOTING_CITES -> cited(effect.promotingPaths()).contains(value);
            case INHIBITING_CITES -> cited(effect.inhibitingPaths()).contains(value);
        };
    }

    private boolean fired(String rule) {
        return assessment.findings().stream()
                .anyMatch(finding -> finding.fired() && finding.rule().id().equals(rule));
    }

    private boolean tested(String row, int direction) {
        return assessment.tests().stream().anyMatch(hit -> hit.row().id().equals(row) && hit.direction() == direction);
    }
}
