package org.fenton.gateway.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fenton.core.id.Combination;
import org.fenton.core.ranking.NearestFlip;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranker;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.ranking.Sensitivity;
import org.fenton.core.ranking.Standing;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.TumourCase;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.CaseDocument;
import org.fenton.documents.Json;
import org.fenton.documents.WhatIf;
import org.fenton.gateway.ServedPolicy;
import org.fenton.gateway.decision.Decision;
import org.fenton.gateway.model.ModelUnavailable;
import org.fenton.gateway.ranking.Asking;
import org.fenton.gateway.ranking.Question;
import org.fenton.http.ProblemException;

/** Ranks a kept case again with something changed, and says what that changes. Nothing is kept. */
@ApplicationScoped
public class WhatIfAnswer {
    private static final int WATCHED = 20;
    private static final int SHOWN = 60;

    private final Asking asking;
    private final ServedPolicy policy;

    WhatIfAnswer(Asking asking, ServedPolicy policy) {
        this.asking = asking;
        this.policy = policy;
    }

    /** @param predictionsHeld the predictions of the ranking itself are used: the model was not asked again */
    private record Changed(Question question, boolean predictionsHeld) {}

    /** The case with the activities changed that were asked for; a patch belongs to {@link #answer}. */
    public Question moved(Question before, WhatIf asked) {
        return moved(before, before, asked, JsonNodeFactory.instance.arrayNode()).question;
    }

    public ObjectNode answer(Decision decision, Question before, WhatIf asked) {
        ObjectNode root = Answers.head("fenton-what-if/1", decision, before);
        Ranking first = before.rank();
        Changed changed = changed(decision, before, asked, root.putArray("changed"));
        Ranking second = changed.question == before ? first : changed.question.rank();
        root.put("policyAfter", changed.question.ranker().policy().id());
        root.put("predictionsHeld", changed.predictionsHeld);
        top(root.putObject("top"), first, second);
        flips(root, first, second);
        if (asked.search()) {
            nearest(root.putObject("smallestChange"), changed.question, second);
        }
        return root;
    }

    private Changed changed(Decision decision, Question before, WhatIf asked, ArrayNode changes) {
        Question question = asked.patch().isEmpty() ? before : patched(decision, before, asked.patch(), changes);
        return moved(before, question, asked, changes);
    }

    private Changed moved(Question before, Question question, WhatIf asked, ArrayNode changes) {
        if (asked.activities().isEmpty()) {
            return new Changed(question, question.predictions() == before.predictions());
        }
        PathwayState state = question.tumourCase().state();
        for (WhatIf.Change change : asked.activities()) {
            PathwayState old = state;
            state = NearestFlip.with(old, change.network(), change.source(), change.score());
            ObjectNode row = changes.addObject();
            row.put("activity", change.network() + ":" + change.source());
            (change.network().equals("collectri") ? old.factor(change.source()) : old.pathway(change.source()))
                    .ifPresent(score -> row.put("from", score));
            change.score().ifPresent(score -> row.put("to", score));
        }
        TumourCase tumourCase = question.tumourCase().in(state);
        boolean read =
                asked.activities().stream().anyMatch(change -> change.network().equals("progeny"));
        return new Changed(
                new Question(
                        question.ranker(),
                        question.document(),
                        tumourCase,
                        read ? asked(question, tumourCase) : question.predictions(),
                        question.degraded()),
                !read && question.predictions() == before.predictions());
    }

    private Question patched(Decision decision, Question before, ObjectNode patch, ArrayNode changes) {
        byte[] kept = decision.document()
                .orElseThrow(() -> new ProblemException(
                        Records.NOT_REPLAYABLE, "the case of decision " + decision.id() + " was not kept"));
        JsonNode old = Json.parse(kept);
        JsonNode merged = WhatIf.merged(old, patch);
        differences(old, merged, changes);
        Ranker release = before.ranker().under(policy.current());
        CaseDocument document = Asking.read(CanonicalJson.write(merged).getBytes(StandardCharsets.UTF_8), release);
        boolean sameState = old.path("profile").equals(merged.path("profile"))
                && old.path("reported").equals(merged.path("reported"));
        PathwayState state = sameState ? before.tumourCase().state() : asking.state(document, release, before.bundle());
        TumourCase tumourCase = document.with(state);
        Ranker ranker = release.under(release.policy().weighedBy(document.preferences()));
        boolean samePredictions = sameState && offersTheSame(before, ranker, tumourCase);
        Question question = new Question(ranker, document, tumourCase, before.predictions(), before.degraded());
        return samePredictions
                ? question
                : new Question(ranker, document, tumourCase, asked(question, tumourCase), before.degraded());
    }

    /** The predictions of a case depend on its state, tissue and candidates only. */
    private static boolean offersTheSame(Question before, Ranker ranker, TumourCase tumourCase) {
        return before.tumourCase().oncotree().equals(tumourCase.oncotree())
                && before.ranker()
                        .candidates(before.tumourCase())
                        .combinations()
                        .equals(ranker.candidates(tumourCase).combinations());
    }

    /** Without the model the old predictions stand, where there are any. */
    private Predictions asked(Question question, TumourCase tumourCase) {
        try {
            return asking.predictions(question.ranker(), tumourCase, question.bundle());
        } catch (ModelUnavailable away) {
            return question.predictions();
        }
    }

    private static void differences(JsonNode old, JsonNode merged, ArrayNode changes) {
        Map<String, JsonNode> before = leaves(old);
        Map<String, JsonNode> after = leaves(merged);
        Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .sorted()
                .filter(pointer ->
                        !Optional.ofNullable(before.get(pointer)).equals(Optional.ofNullable(after.get(pointer))))
                .limit(SHOWN)
                .forEach(pointer -> {
                    ObjectNode row = changes.addObject().put("pointer", pointer);
                    Optional.ofNullable(before.get(pointer)).ifPresent(value -> row.set("from", value));
                    Optional.ofNullable(after.get(pointer)).ifPresent(value -> row.set("to", value));
                });
    }

    private static Map<String, JsonNode> leaves(JsonNode root) {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        collect(root, "", leaves);
        return leaves;
    }

    private static void collect(JsonNode node, String pointer, Map<String, JsonNode> leaves) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(member -> collect(member.getValue(), pointer + "/" + member.getKey(), leaves));
        } else {
            leaves.put(pointer, node);
        }
    }

    private static void top(ObjectNode node, Ranking first, Ranking second) {
        Optional<RankedCandidate> before = NearestFlip.top(first);
        Optional<RankedCandidate> after = NearestFlip.top(second);
        before.ifPresent(candidate -> node.set("before", Answers.place(candidate)));
        after.ifPresent(candidate -> node.set("after", Answers.place(candidate)));
        node.put("flipped", !before.map(RankedCandidate::combination).equals(after.map(RankedCandidate::combination)));
    }

    /** Candidates whose list changed, or that entered or left the first places of one. */
    private static void flips(ObjectNode root, Ranking first, Ranking second) {
        Map<Combination, RankedCandidate> before = places(first);
        Map<Combination, RankedCandidate> after = places(second);
        List<Combination> flipped = Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(each -> flips(before.get(each), after.get(each)))
                .toList();
        root.put("flipCount", flipped.size());
        ArrayNode flips = root.putArray("flips");
        flipped.stream().limit(SHOWN).forEach(each -> {
            ObjectNode row = flips.addObject().put("combination", each.toString());
            Optional.ofNullable(before.get(each)).ifPresent(place -> row.set("before", Answers.place(place)));
            Optional.ofNullable(after.get(each)).ifPresent(place -> row.set("after", Answers.place(place)));
        });
    }

    private static Map<Combination, RankedCandidate> places(Ranking ranking) {
        Map<Combination, RankedCandidate> places = new LinkedHashMap<>();
        Standing.lists(ranking).forEach(list -> list.forEach(each -> places.put(each.combination(), each)));
        return places;
    }

    private static boolean flips(RankedCandidate before, RankedCandidate after) {
        if (before == null || after == null) {
            return true;
        }
        return before.outlook() != after.outlook()
                || before.lane() != after.lane()
                || (before.rank() <= WATCHED) != (after.rank() <= WATCHED);
    }

    private static void nearest(ObjectNode node, Question question, Ranking ranking) {
        NearestFlip.Answer found =
                NearestFlip.search(question.ranker(), question.tumourCase(), question.predictions(), ranking);
        ArrayNode factors = node.putArray("factorsMoved");
        found.factors().forEach(factors::add);
        node.put("rankings", found.rankings());
        ArrayNode flips = node.putArray("activities");
        for (NearestFlip.Flip flip : found.flips()) {
            ObjectNode row = flips.addObject();
            row.put("factor", flip.factor());
            flip.from().ifPresent(from -> row.put("from", from));
            row.put("to", flip.to());
            row.put("distance", flip.distance());
            flip.leader().ifPresent(leader -> row.put("leader", leader.toString()));
        }
        Sensitivity.of(ranking).stream()
                .findFirst()
                .flatMap(Sensitivity::nearest)
                .ifPresent(flip -> node.putObject("weight")
                        .put("term", flip.term().label())
                        .put("factor", flip.factor())
                        .put("leader", flip.leader().toString()));
    }
}
