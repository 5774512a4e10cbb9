package org.fenton.core.signs;

import java.util.List;
import java.util.Locale;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.mechanism.FerroptosisEffect;

/** All cases of a file with the engine's answers, in file order. */
public record SignSuite(String releaseId, List<SignAnswer> answers) {
    private static final String HEADER = String.join(
            "\t",
            "id",
            "kind",
            "status",
            "drugs",
            "label",
            "expected",
            "direction",
            "outlook",
            "promoting",
            "inhibiting",
            "promotingPath",
            "inhibitingPath",
            "tests",
            "misses",
            "gap",
            "sources",
            "question");

    public SignSuite {
        answers = List.copyOf(answers);
    }

    /** @throws IllegalArgumentException naming the case whose drug, disease or row the release does not hold */
    public static SignSuite run(Knowledge knowledge, List<SignCase> cases) {
        return new SignSuite(
                knowledge.releaseId(),
                cases.stream().map(one -> SignAnswer.of(knowledge, one)).toList());
    }

    public long count(SignAnswer.Status status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }

    public long count(SignCase.Kind kind) {
        return answers.stream()
                .filter(answer -> answer.signCase().kind() == kind)
                .count();
    }

    /** Tab-separated, one line a case, header first. */
    public String table() {
        StringBuilder table = new StringBuilder(HEADER).append('\n');
        answers.forEach(answer -> table.append(line(answer)).append('\n'));
        return table.toString();
    }

    /** The answers that are not as the file says, and the gaps, one paragraph each. */
    public String exceptions() {
        StringBuilder text = new StringBuilder();
        for (SignAnswer answer : answers) {
            if (answer.status() != SignAnswer.Status.PASSED) {
                text.append(describe(answer)).append('\n');
            }
        }
        return text.toString();
    }

    /** Case, verdict, carrying and opposing path. */
    public static String describe(SignAnswer answer) {
        SignCase asked = answer.signCase();
        FerroptosisEffect effect = answer.effect();
        return String.format(
                Locale.ROOT,
                "%s %s: %s%n  %s in %s: %s, outlook %s (promoting %.2f, inhibiting %.2f)%n  promoting  %s%n  inhibiting %s%n  %s",
                answer.status(),
                asked.id(),
                asked.question(),
                asked.drugs(),
                asked.tumourCase().label(),
                effect.direction(),
                answer.assessment().outlook(),
                effect.promoting(),
                effect.inhibiting(),
                path(effect.promotingPaths()),
                path(effect.inhibitingPaths()),
                asked.gap().isEmpty()
                        ? String.join("; ", answer.misses())
                        : "gap: " + asked.gap()
                                + (answer.misses().isEmpty() ? "" : " (" + String.join("; ", answer.misses()) + ")"));
    }

    /** The path that decides: of the stronger side, or of both where they conflict. */
    public static String carrying(FerroptosisEffect effect) {
        return switch (effect.direction()) {
            case PROMOTES -> path(effect.promotingPaths());
            case INHIBITS -> path(effect.inhibitingPaths());
            case CONFLICTED -> path(effect.promotingPaths()) + " against " + path(effect.inhibitingPaths());
            case NONE -> "none above " + FerroptosisEffect.FLOOR;
        };
    }

    private static String line(SignAnswer answer) {
        SignCase asked = answer.signCase();
        FerroptosisEffect effect = answer.effect();
        return String.join(
                "\t",
                asked.id(),
                asked.kind().name().toLowerCase(Locale.ROOT),
                answer.status().name(),
                asked.drugs().toString(),
                asked.tumourCase().label(),
                String.join(
                        "; ", asked.expected().stream().map(Object::toString).toList()),
                effect.direction().name(),
                answer.assessment().outlook().name(),
                String.format(Locale.ROOT, "%.3f", effect.promoting()),
                String.format(Locale.ROOT, "%.3f", effect.inhibiting()),
                path(effect.promotingPaths()),
                path(effect.inhibitingPaths()),
                String.join(
                        "; ",
                        answer.assessment().tests().stream()
                                .map(hit -> hit.row().id()
                                        + (hit.direction() < 0 ? " against" : hit.direction() > 0 ? " for" : ""))
                                .toList()),
                String.join("; ", answer.misses()),
                asked.gap(),
                asked.sources(),
                asked.question());
    }

    private static String path(List<EffectPath> paths) {
        if (paths.isEmpty()) {
            return "none";
        }
        EffectPath strongest = paths.get(0);
        return String.format(
                Locale.ROOT,
                "%s [%s; %s; %.2f]",
                strongest.text(),
                String.join(", ", strongest.edges()),
                strongest.activityBasis(),
                strongest.strength());
    }
}
