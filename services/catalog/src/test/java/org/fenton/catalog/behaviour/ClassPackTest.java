package org.fenton.catalog.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fenton.catalog.Seeds;
import org.fenton.catalog.release.ShippedRelease;
import org.fenton.catalog.seed.SeedException;
import org.fenton.core.behaviour.BehaviourSuite;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.ranking.Ranker;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.ranking.RankingPolicy;
import org.fenton.documents.BehaviourCaseReader;
import org.fenton.documents.CaseReader;
import org.fenton.documents.PolicyReader;
import org.fenton.documents.RankingWriter;
import org.fenton.documents.ReleaseReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class of drugs that enters as data alone: tables, a policy, cases. All of the pack is invented (docs/class-packs.md). */
class ClassPackTest {
    private static final Path PACK = Path.of("src/test/resources/packs/bcl2-fixture");

    @TempDir
    private Path folder;

    private static Knowledge withPack() throws IOException {
        String lines = ShippedRelease.lines(Seeds.shipped().with(PACK));
        return ReleaseReader.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }

    private static RankingPolicy policy() throws IOException {
        return PolicyReader.read(Files.readAllBytes(PACK.resolve("policy.json")));
    }

    @Test
    void itsCasesPassItsRuleFiresAndItsTermStandsInTheLedger() throws IOException {
        Knowledge knowledge = withPack();
        Ranker ranker = new Ranker(knowledge, policy());
        try (Reader cases = Files.newBufferedReader(PACK.resolve("behaviour.jsonl"))) {
            BehaviourSuite suite = BehaviourSuite.run(
                    knowledge,
                    BehaviourCaseReader.read(cases, knowledge),
                    tumourCase -> ranker.rank(tumourCase, Predictions.none("no model in this test")));
            assertTrue(suite.holds(), suite.table());
            assertEquals(6, suite.answers().size());
        }
    }

    @Test
    void itsTermIsNamedWeighedAndExplainedInTheAnswer() throws IOException {
        Knowledge knowledge = withPack();
        var document = CaseReader.read("""
                {"format":"fenton-case/1","oncotree":"BLCA","reported":{"scale":"zscore","activities":[],"genes":{"BCL2":3}}}""".getBytes(StandardCharsets.UTF_8), knowledge);
        Ranking ranking =
                new Ranker(knowledge, policy()).rank(document.tumourCase(), Predictions.none("no model in this test"));
        String answer = new String(new RankingWriter(knowledge, 20).write(document, ranking), StandardCharsets.UTF_8);
        assertTrue(answer.contains("\"bcl-2 dependence\":1"), "weight");
        assertTrue(answer.contains("that the tumour dies without BCL-2"), "what it does not mean");
        assertTrue(answer.contains("\"comment\":\"BCL2 expression 3.00\""), "ledger");
    }

    @Test
    void withoutItsPolicyTheSameFactsOfferNothingOfIt() throws IOException {
        Knowledge knowledge = withPack();
        var document = CaseReader.read(
                "{\"format\":\"fenton-case/1\",\"oncotree\":\"BLCA\"}".getBytes(StandardCharsets.UTF_8), knowledge);
        assertTrue(new Ranker(knowledge, PolicyReader.shipped())
                .candidates(document.tumourCase()).combinations().stream()
                        .noneMatch(combination -> combination.contains("testclax-one")));
        assertTrue(new Ranker(knowledge, policy())
                .candidates(document.tumourCase())
                .combinations()
                .contains(Combination.of("ruxolitinib", "testclax-one")));
    }

    @Test
    void aFaultyPackIsRefusedWithFileAndLine() throws IOException {
        Files.writeString(folder.resolve("drug.tsv"), "id\n");
        Files.writeString(folder.resolve("classes.tsv"), "id\tname\tparent\njak-inhibitor\tagain\t\nx\tx\tnowhere\n");
        SeedException refused = assertThrows(
                SeedException.class, () -> ShippedRelease.lines(Seeds.shipped().with(folder)));
        assertTrue(
                refused.getMessage().contains(folder.resolve("drug.tsv") + ":0 is no table of the seeds"),
                refused::getMessage);
        assertTrue(refused.getMessage().contains(folder.resolve("classes.tsv") + ":2"), refused::getMessage);
        assertTrue(refused.getMessage().contains(folder.resolve("classes.tsv") + ":3"), refused::getMessage);
        assertThrows(
                SeedException.class, () -> ShippedRelease.lines(Seeds.shipped().with(folder.resolve("nowhere"))));
    }
}
