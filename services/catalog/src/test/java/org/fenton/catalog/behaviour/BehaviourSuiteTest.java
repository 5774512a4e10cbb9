package org.fenton.catalog.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fenton.catalog.release.ShippedRelease;
import org.fenton.core.behaviour.BehaviourAnswer;
import org.fenton.core.behaviour.BehaviourAnswer.Status;
import org.fenton.core.behaviour.BehaviourCase;
import org.fenton.core.behaviour.BehaviourSuite;
import org.fenton.core.behaviour.Expectation;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.ranking.Ranker;
import org.fenton.documents.BehaviourCaseReader;
import org.fenton.documents.PolicyReader;
import org.fenton.documents.ReleaseReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The behaviour suite over the shipped release without a model: what must never be shown stays out when no prediction comes either.
 * The whole, with the shipped bundle, runs in {@code deploy/local}.
 */
class BehaviourSuiteTest {
    private static Knowledge knowledge;
    private static BehaviourSuite suite;

    @BeforeAll
    static void run() throws IOException {
        knowledge = ReleaseReader.read(
                new ByteArrayInputStream(ShippedRelease.lines().getBytes(StandardCharsets.UTF_8)));
        Ranker ranker = new Ranker(knowledge, PolicyReader.shipped());
        suite = BehaviourSuite.run(
                knowledge,
                BehaviourCaseReader.shipped(knowledge, PolicyReader.shipped()),
                tumourCase -> ranker.rank(tumourCase, Predictions.none("no model in this test")));
        Files.writeString(Path.of("target/behaviour-without-model.txt"), suite.table());
    }

    @TestFactory
    Stream<DynamicTest> everyCaseIsAsTheFactsSay() {
        return suite.answers().stream()
                .map(answer -> DynamicTest.dynamicTest(
                        answer.behaviourCase().id() + " "
                                + answer.behaviourCase().tests(),
                        () -> {
                            boolean asStated = answer.status() == Status.PASSED || answer.status() == Status.GAP;
                            assertTrue(asStated, () -> BehaviourSuite.describe(answer));
                        }));
    }

    @Test
    void nothingThatMustNeverBeShownIsAmongTheFirstTwenty() {
        List<String> shown = suite.answers().stream()
                .filter(answer -> !answer.absurd().isEmpty())
                .map(BehaviourSuite::describe)
                .toList();
        assertEquals(List.of(), shown);
    }

    @Test
    void theSuiteIsAsLargeAsPromisedAndAsksEverything() {
        assertTrue(suite.answers().size() >= 150, "cases: " + suite.answers().size());
        Set<Expectation.Asked> asked = new TreeSet<>();
        Set<BehaviourCase.Kind> kinds = new TreeSet<>();
        for (BehaviourAnswer answer : suite.answers()) {
            kinds.add(answer.behaviourCase().kind());
            answer.behaviourCase().expected().forEach(expected -> asked.add(expected.asked()));
        }
        assertEquals(Set.of(Expectation.Asked.values()), asked);
        assertEquals(BehaviourCase.Kind.values().length - 1, kinds.size(), "every kind but that of packs");
    }

    @Test
    void everyRuleThatStopsStopsItsDrugInSomeCase() {
        Set<String> asked = new TreeSet<>();
        suite.answers().stream()
                .flatMap(answer -> answer.behaviourCase().expected().stream())
                .filter(expected -> expected.asked() == Expectation.Asked.LEFT_OUT)
                .flatMap(expected -> expected.of().stream())
                .forEach(wanted -> asked.add(wanted.split("\\|")[1].strip()));
        knowledge.rules().stream()
                .filter(rule -> rule.action() == SafetyRule.Action.STOP)
                .filter(rule -> rule.drugs().isEmpty()
                        || rule.drugs().stream()
                                .anyMatch(drug ->
                                        knowledge.drug(drug).patientUse().allowed()))
                .forEach(rule -> assertTrue(asked.contains(rule.id()), rule.id() + " is asked of no case"));
    }
}
