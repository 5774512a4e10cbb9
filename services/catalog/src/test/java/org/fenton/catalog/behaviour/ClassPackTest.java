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
import java.util.List;
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
import org.fenton.core.ranking.Standing;
import org.fenton.core.ranking.Term;
import org.fenton.documents.BehaviourCaseReader;
import org.fenton.documents.CaseDocument;
import org.fenton.documents.CaseReader;
import org.fenton.documents.DocumentException;
import org.fenton.documents.PolicyReader;
import org.fenton.documents.RankingWriter;
import org.fenton.documents.ReleaseReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class of drugs that enters as data alone: tables, a policy, cases. All of the pack is invented (docs/class-packs.md). */
class ClassPackTest {
    private static final Path PACK = Path.of("src/test/resources/packs/bcl2-fixture");

    @TempDir
    private Path folder;

    private static Knowledge withPack;

    /** Read once: it is the same for all. */
    private static Knowledge withPack() {
        return withPack;
    }

    @BeforeAll
    static void readWithPack() throws IOException {
        String lines = ShippedRelease.lines(Seeds.shipped().with(PACK));
        withPack = ReleaseReader.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }

    private static RankingPolicy policy() throws IOException {
        return PolicyReader.read(Files.readAllBytes(PACK.resolve("policy.json")));
    }

    private static CaseDocument read(String json, Knowledge knowledge, RankingPolicy policy) {
        return CaseReader.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), knowledge, policy);
    }

    private static List<String> refused(String json, Knowledge knowledge, RankingPolicy policy) {
        return assertThrows(DocumentException.class, () -> read(json, knowledge, policy)).problems().stream()
                .map(problem -> problem.pointer() + " " + problem.detail() + "; " + problem.suggestion())
                .toList();
    }

    @Test
    void itsCasesPassItsRuleFiresAndItsTermStandsInTheLedger() throws IOException {
        Knowledge knowledge = withPack();
        Ranker ranker = new Ranker(knowledge, policy());
        try (Reader cases = Files.newBufferedReader(PACK.resolve("behaviour.jsonl"))) {
            BehaviourSuite suite = BehaviourSuite.run(
                    knowledge,
                    BehaviourCaseReader.read(cases, knowledge, ranker.policy()),
                    tumourCase -> ranker.rank(tumourCase, Predictions.none("no model in this test")));
            assertTrue(suite.holds(), suite.table());
            assertEquals(7, suite.answers().size());
        }
    }

    @Test
    void itsTermIsNamedWeighedAndExplainedInTheAnswer() throws IOException {
        Knowledge knowledge = withPack();
        var document = read(
                "{'format':'fenton-case/1','oncotree':'BLCA','reported':{'scale':'zscore','activities':[],'genes':{'BCL2':3}}}",
                knowledge,
                policy());
        Ranking ranking =
                new Ranker(knowledge, policy()).rank(document.tumourCase(), Predictions.none("no model in this test"));
        String answer = new String(new RankingWriter(knowledge, 20).write(document, ranking), StandardCharsets.UTF_8);
        assertTrue(answer.contains("\"bcl-2 dependence\":1"), "weight");
        assertTrue(answer.contains("that the tumour dies without BCL-2"), "what it does not mean");
        assertTrue(answer.contains("\"comment\":\"BCL2 expression 3.00\""), "ledger");
    }

    @Test
    void preferencesReWeighItsTermAndAreRecorded() throws IOException {
        Knowledge knowledge = withPack();
        String asked = "{'format':'fenton-case/1','oncotree':'BLCA',"
                + "'reported':{'scale':'zscore','activities':[],'genes':{'BCL2':3}},"
                + "'preferences':{'name':'board','weights':{'bcl-2 dependence':4}}}";
        CaseDocument document = read(asked, knowledge, policy());
        Ranking ranking = new Ranker(knowledge, policy().weighedBy(document.preferences()))
                .rank(document.tumourCase(), Predictions.none("no model in this test"));
        Term term = Standing.of(knowledge, document.tumourCase(), ranking, Combination.single("testclax-one"))
                .candidate()
                .orElseThrow()
                .ledger()
                .terms()
                .stream()
                .filter(each -> each.kind().label().equals("bcl-2 dependence"))
                .findFirst()
                .orElseThrow();
        assertEquals(4, term.weight(), 0);
        assertEquals(4 * term.value(), term.contribution(), 0);
        assertEquals("bcl2-fixture-1+preferences", ranking.policy().id());
        String answer = new String(new RankingWriter(knowledge, 1).write(document, ranking), StandardCharsets.UTF_8);
        assertTrue(
                answer.contains("\"preferences\":{\"name\":\"board\",\"weights\":{\"bcl-2 dependence\":4}}"), answer);
        assertTrue(
                refused(asked, knowledge, PolicyReader.shipped())
                        .get(0)
                        .startsWith("/preferences/weights/bcl-2 dependence no such term"),
                "a term of no policy but its own");
    }

    @Test
    void itsGoalIsSaidInTheAnswerAndIsNoneOfOtherPoliciesOrReleases() throws IOException {
        Knowledge knowledge = withPack();
        String asked = "{'format':'fenton-case/1','oncotree':'BLCA','goal':'restore_fixture_death'}";
        CaseDocument document = read(asked, knowledge, policy());
        Ranking ranking =
                new Ranker(knowledge, policy()).rank(document.tumourCase(), Predictions.none("no model in this test"));
        String answer = new String(new RankingWriter(knowledge, 5).write(document, ranking), StandardCharsets.UTF_8);
        assertTrue(answer.contains("\"goal\":\"RESTORE_FIXTURE_DEATH\""), "the goal");
        assertTrue(answer.contains("bring the invented death back in the tumour"), "in words");
        assertTrue(answer.contains("Promotes fixture-death: "), "sentences name its process");
        assertTrue(
                answer.contains(" adds nothing that can be traced"),
                "a partner without a path to it is said to add nothing");
        assertEquals(
                List.of("/goal 'restore_fixture_death' is not known; one of [INDUCE, INHIBIT]"),
                refused(asked, knowledge, PolicyReader.shipped()));
        String seeds = ShippedRelease.lines(Seeds.shipped());
        Knowledge without = ReleaseReader.read(new ByteArrayInputStream(seeds.getBytes(StandardCharsets.UTF_8)));
        assertTrue(
                refused(asked, without, policy())
                        .get(0)
                        .startsWith("/goal RESTORE_FIXTURE_DEATH asks about 'fixture-death', which is no node"),
                "a policy without its facts");
    }

    @Test
    void withoutItsPolicyTheSameFactsOfferNothingOfIt() throws IOException {
        Knowledge knowledge = withPack();
        var document = read("{'format':'fenton-case/1','oncotree':'BLCA'}", knowledge, PolicyReader.shipped());
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
