package org.fenton.gateway.workbench;

import java.util.List;
import java.util.Locale;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.safety.Finding;

/**
 * Which candidates of a list to show. Ranks and bands stay those of the whole list: what is filtered is not ranked anew.
 *
 * @param drug part of a drug's name or synonym; empty for all
 * @param kind {@code single}, {@code pair} or empty
 * @param safety {@code quiet} leaves out candidates with a fired rule that says avoid or adjust
 */
public record Filter(String drug, String kind, String safety) {
    static Filter of(String drug, String kind, String safety) {
        return new Filter(given(drug), given(kind), given(safety));
    }

    private static String given(String text) {
        return text == null ? "" : text.strip();
    }

    public boolean isNone() {
        return drug.isEmpty() && kind.isEmpty() && safety.isEmpty();
    }

    public boolean is(String field, String value) {
        return (field.equals("kind") ? kind : safety).equals(value);
    }

    public String query() {
        return "&drug=" + Reference.encoded(drug) + "&kind=" + Reference.encoded(kind) + "&safety="
                + Reference.encoded(safety);
    }

    List<RankedCandidate> of(List<RankedCandidate> all, Knowledge knowledge) {
        return isNone()
                ? all
                : all.stream().filter(each -> passes(each, knowledge)).toList();
    }

    private boolean passes(RankedCandidate candidate, Knowledge knowledge) {
        boolean rightKind = kind.isEmpty() || candidate.combination().isPair() == kind.equals("pair");
        return rightKind
                && (safety.isEmpty() || candidate.safety().stream().noneMatch(Filter::speaks))
                && (drug.isEmpty()
                        || candidate.combination().drugs().stream().anyMatch(id -> isNamed(knowledge.drug(id))));
    }

    private static boolean speaks(Finding finding) {
        SafetyRule.Action action = finding.rule().action();
        return finding.fired() && (action == SafetyRule.Action.AVOID || action == SafetyRule.Action.ADJUST);
    }

    private boolean isNamed(Drug drugOf) {
        String part = drug.toLowerCase(Locale.ROOT);
        return drugOf.name().toLowerCase(Locale.ROOT).contains(part)
                || drugOf.id().contains(part)
                || drugOf.synonyms().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(part));
    }
}
