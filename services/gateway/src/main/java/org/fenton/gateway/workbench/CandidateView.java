package org.fenton.gateway.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.Assessment;
import org.fenton.core.ranking.Comparison;
import org.fenton.core.ranking.KnownEvidence;
import org.fenton.core.ranking.LeftOut;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Standing;
import org.fenton.core.safety.Finding;
import org.fenton.gateway.question.Answers;

/**
 * Everything about one drug or pair in one ranking, whether it was ranked or not.
 *
 * @param list where it stands; null when it was not ranked
 * @param notRanked why not; empty when it was
 * @param behind the sentence that compares it with the leader of its list; empty for the leader
 */
public record CandidateView(
        String id,
        String combination,
        String name,
        ListKey list,
        String place,
        String score,
        Waterfall waterfall,
        MapView map,
        List<Sentence> reasons,
        List<Sentence> against,
        List<Rule> rules,
        List<Test> tests,
        List<DrugFacts> drugs,
        List<LeftOut> notRanked,
        String leader,
        String behind,
        String process) {
    /** A safety rule that applies. */
    public record Rule(
            String id,
            String drug,
            String action,
            String state,
            String trigger,
            String threshold,
            String advice,
            String severity,
            List<String> missing) {
        static Rule of(Finding finding) {
            return new Rule(
                    finding.rule().id(),
                    finding.drug(),
                    DrugFacts.lower(finding.rule().action().name()),
                    finding.fired() ? "fired" : "undecided",
                    finding.rule().trigger(),
                    finding.rule().threshold(),
                    finding.rule().actionText(),
                    DrugFacts.lower(finding.rule().severity()),
                    List.copyOf(finding.verdict().missing()));
        }
    }

    /** A recorded test that bears on the candidate. */
    public record Test(
            String id,
            String direction,
            String text,
            String level,
            String scope,
            boolean whole,
            List<Reference> studies) {
        static Test of(KnownEvidence.Hit hit) {
            String direction = hit.direction() > 0 ? "for" : hit.direction() < 0 ? "against" : "neither";
            String outcome = hit.row().outcomeText().isEmpty()
                    ? DrugFacts.lower(hit.row().outcome().name())
                    : hit.row().outcomeText();
            return new Test(
                    hit.row().id(),
                    direction,
                    outcome
                            + (hit.row().modelText().isEmpty()
                                    ? ""
                                    : "; " + hit.row().modelText()),
                    DrugFacts.lower(hit.row().level().name()),
                    MapDrawing.words(hit.match()),
                    hit.wholeCandidate(),
                    Reference.of(hit.row().studies()));
        }
    }

    static CandidateView of(Answered.Answer answer, Combination combination) {
        Knowledge knowledge = answer.question().ranker().knowledge();
        var tumourCase = answer.question().tumourCase();
        Standing standing = Standing.of(knowledge, tumourCase, answer.ranking(), combination);
        Assessment assessment = Assessment.of(knowledge, tumourCase, combination);
        Optional<RankedCandidate> candidate = standing.candidate();
        RankedCandidate leader = candidate.isPresent() ? standing.list().get(0) : null;
        boolean leads = candidate.isPresent() && candidate.get() == leader;
        return new CandidateView(
                answer.decision().id(),
                combination.toString(),
                Row.name(combination, knowledge),
                candidate.map(ListKey::of).orElse(null),
                candidate.map(each -> place(each, standing)).orElse("Not ranked in this case"),
                candidate.map(each -> Numbers.signed(each.score())).orElse(""),
                candidate.map(each -> Waterfall.of(each.ledger())).orElse(null),
                MapDrawing.of(knowledge, tumourCase, combination),
                candidate.map(each -> Sentence.of(each.reasons())).orElse(List.of()),
                candidate.map(each -> Sentence.of(each.against())).orElse(List.of()),
                rules(assessment.findings()),
                assessment.tests().stream().map(Test::of).toList(),
                combination.drugs().stream()
                        .map(id -> DrugFacts.of(knowledge.drug(id)))
                        .toList(),
                standing.reasons(),
                leader == null || leads ? "" : leader.combination().toString(),
                leader == null || leads ? "" : Answers.sentence(Comparison.of(candidate.get(), leader)),
                tumourCase.goal().process());
    }

    private static String place(RankedCandidate candidate, Standing standing) {
        return "Rank " + candidate.rank() + " of "
                + Numbers.count(standing.list().size())
                + (ListKey.of(candidate).isLane() ? ", band " + candidate.band() : "")
                + candidate
                        .abstention()
                        .map(why -> "; no direction is given: " + why.words())
                        .orElse("");
    }

    private static List<Rule> rules(List<Finding> findings) {
        List<Rule> rules = new ArrayList<>();
        findings.stream().filter(Finding::fired).map(Rule::of).distinct().forEach(rules::add);
        findings.stream().filter(Finding::unknown).map(Rule::of).distinct().forEach(rules::add);
        return rules;
    }

    public List<Rule> fired() {
        return rules.stream().filter(rule -> rule.state.equals("fired")).toList();
    }

    public List<Rule> undecided() {
        return rules.stream().filter(rule -> !rule.state.equals("fired")).toList();
    }

    /** What would decide the undecided rules, each once. */
    public String waitsFor() {
        return undecided().stream()
                .flatMap(rule -> rule.missing.stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    public boolean isRanked() {
        return list != null;
    }

    public List<Trace> traces() {
        return List.of(new Trace("promoting", "Promote " + process), new Trace("inhibiting", "Inhibit " + process));
    }

    public record Trace(String direction, String heading) {}
}
