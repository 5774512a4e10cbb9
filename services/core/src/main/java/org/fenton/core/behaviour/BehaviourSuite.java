package org.fenton.core.behaviour;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.fenton.core.behaviour.BehaviourAnswer.Status;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.tumour.TumourCase;

/**
 * All cases of a file with what the ranking shows, in file order.
 *
 * @param flyers over all cases
 * @param acrossTumours the same without safety cases, most of which ask about one tumour
 */
public record BehaviourSuite(
        String releaseId,
        String policyId,
        String bundleId,
        List<BehaviourAnswer> answers,
        FrequentFlyers flyers,
        FrequentFlyers acrossTumours) {
    private static final int DRUGS_LISTED = 15;
    private static final int CLASSES_LISTED = 10;

    public BehaviourSuite {
        answers = List.copyOf(answers);
    }

    /** @param rank the whole ranking of a case */
    public static BehaviourSuite run(
            Knowledge knowledge, List<BehaviourCase> cases, Function<TumourCase, Ranking> rank) {
        String policy = "";
        String bundle = "";
        List<BehaviourAnswer> answers = new java.util.ArrayList<>();
        for (BehaviourCase one : cases) {
            Ranking ranking = rank.apply(one.tumourCase());
            policy = ranking.policy().id();
            bundle = ranking.bundleId();
            answers.add(BehaviourAnswer.of(knowledge, one, ranking));
        }
        return new BehaviourSuite(
                knowledge.releaseId(),
                policy,
                bundle,
                answers,
                FrequentFlyers.of(
                        knowledge, answers.stream().map(BehaviourAnswer::top).toList()),
                FrequentFlyers.of(
                        knowledge,
                        answers.stream()
                                .filter(answer -> answer.behaviourCase().kind() != BehaviourCase.Kind.SAFETY)
                                .map(BehaviourAnswer::top)
                                .toList()));
    }

    public long count(Status status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }

    /** Cases that show among the first twenty what must never be shown. */
    public long absurd() {
        return answers.stream().filter(answer -> !answer.absurd().isEmpty()).count();
    }

    /** Every case is as its file says, and nothing absurd is shown. */
    public boolean holds() {
        return count(Status.FAILED) == 0 && count(Status.GAP_CLOSED) == 0;
    }

    /** By kind, then what is not as expected and the gaps, then who fills the top tens. */
    public String table() {
        StringBuilder text = new StringBuilder("Research use only. Behaviour suite, policy " + policyId + "\n\n");
        text.append(line("kind", "cases", "passed", "failed", "gap", "never-show"));
        for (Map.Entry<BehaviourCase.Kind, List<BehaviourAnswer>> kind : byKind().entrySet()) {
            text.append(line(kind.getKey().name().toLowerCase(Locale.ROOT), kind.getValue()));
        }
        text.append(line("all", answers)).append('\n');
        answers.stream()
                .filter(answer -> answer.status() != Status.PASSED)
                .forEach(answer -> text.append(describe(answer)).append('\n'));
        return text.append('\n')
                .append(flyersText("Top tens of all cases", flyers))
                .append('\n')
                .append(flyersText("The same without safety cases, most of which ask about one tumour", acrossTumours))
                .toString();
    }

    private Map<BehaviourCase.Kind, List<BehaviourAnswer>> byKind() {
        Map<BehaviourCase.Kind, List<BehaviourAnswer>> byKind = new EnumMap<>(BehaviourCase.Kind.class);
        answers.forEach(
                answer -> byKind.computeIfAbsent(answer.behaviourCase().kind(), kind -> new java.util.ArrayList<>())
                        .add(answer));
        return byKind;
    }

    private static String line(String kind, List<BehaviourAnswer> of) {
        Function<Status, Object> count = status ->
                of.stream().filter(answer -> answer.status() == status).count();
        long closed = of.stream()
                .filter(answer -> answer.status() == Status.GAP_CLOSED)
                .count();
        long failed =
                of.stream().filter(answer -> answer.status() == Status.FAILED).count();
        return line(
                kind,
                of.size(),
                count.apply(Status.PASSED),
                failed + closed,
                count.apply(Status.GAP),
                of.stream().filter(answer -> !answer.absurd().isEmpty()).count());
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-12s %6s %7s %7s %5s %11s%n", cells);
    }

    /** Case, what it tests, what is not so, and the reason of a gap. */
    public static String describe(BehaviourAnswer answer) {
        BehaviourCase asked = answer.behaviourCase();
        StringBuilder text = new StringBuilder(answer.status() + " " + asked.id() + ": " + asked.tests() + " ["
                + String.join("; ", asked.sources()) + "]\n");
        answer.absurd()
                .forEach(shown -> text.append("  never show: ").append(shown).append('\n'));
        answer.misses().forEach(miss -> text.append("  not met: ").append(miss).append('\n'));
        if (!asked.gap().isEmpty()) {
            text.append("  known gap: ").append(asked.gap()).append('\n');
        }
        return text.toString();
    }

    private static String flyersText(String title, FrequentFlyers flyers) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %d cases, %d appearances, entropy %.2f bits, %.2f of what equal shares of %d drugs would give%n",
                title,
                flyers.cases(),
                flyers.appearances(),
                flyers.entropyBits(),
                flyers.normalised(),
                flyers.offerable()));
        text.append(String.format(Locale.ROOT, "%-38s %8s %8s%n", "drug or class", "share", "of cases"));
        flyers.drugs().stream().limit(DRUGS_LISTED).forEach(share -> text.append(share(share)));
        flyers.classes().stream().limit(CLASSES_LISTED).forEach(share -> text.append(share(share)));
        return text.toString();
    }

    private static String share(FrequentFlyers.Share share) {
        return String.format(
                Locale.ROOT,
                "%-38s %7.1f%% %7.1f%%%n",
                share.name(),
                100 * share.ofAppearances(),
                100 * share.ofCases());
    }
}
