package org.fenton.catalog.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fenton.catalog.release.ShippedRelease;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.pathway.Scale;
import org.fenton.core.ranking.NearestFlip;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranker;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.ranking.Standing;
import org.fenton.core.ranking.Term;
import org.fenton.core.tumour.Goal;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.Patient;
import org.fenton.core.tumour.TumourCase;
import org.fenton.documents.CaseReader;
import org.fenton.documents.PolicyReader;
import org.fenton.documents.RankingWriter;
import org.fenton.documents.ReleaseReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds of every ranking of the shipped release, whatever the case; no model is asked. */
class ShippedRankingTest {
    private static final Predictions NO_MODEL = Predictions.none("no model in this test");
    private static final List<String> FACTORS = List.of("STAT1", "STAT3", "STAT5A", "STAT6", "NFE2L2", "AR");

    private static Knowledge knowledge;
    private static Ranker ranker;

    @BeforeAll
    static void read() throws IOException {
        knowledge = ReleaseReader.read(
                new ByteArrayInputStream(ShippedRelease.lines().getBytes(StandardCharsets.UTF_8)));
        ranker = new Ranker(knowledge, PolicyReader.shipped());
    }

    @Test
    void everyScoreIsTheExactSumOfItsTermsInAThousandRandomCases() {
        Random random = new Random(20261123);
        List<String> tumours = List.copyOf(new TreeSet<>(knowledge.tumourCodes()));
        List<String> drugs = knowledge.drugs().stream().map(Drug::id).toList();
        for (int i = 0; i < 1000; i++) {
            PathwayState state = new PathwayState(Scale.ZSCORE, List.of(), Collections.emptyMap());
            for (String factor : FACTORS) {
                if (random.nextBoolean()) {
                    state = NearestFlip.with(state, "collectri", factor, OptionalDouble.of(random.nextGaussian() * 3));
                }
            }
            TumourCase tumourCase = new TumourCase(
                    "random " + i,
                    random.nextInt(8) == 0 ? Goal.INHIBIT : Goal.INDUCE,
                    Optional.of(tumours.get(random.nextInt(tumours.size()))),
                    Optional.empty(),
                    random.nextBoolean() ? Optional.of(drugs.get(random.nextInt(drugs.size()))) : Optional.empty(),
                    List.of(),
                    Patient.NOTHING_GIVEN,
                    state);
            int ranked = 0;
            for (List<RankedCandidate> list : Standing.lists(ranker.rank(tumourCase, NO_MODEL))) {
                for (RankedCandidate candidate : list) {
                    double sum = 0;
                    for (Term term : candidate.ledger().terms()) {
                        assertEquals(term.value() * term.weight(), term.contribution(), 0);
                        sum += term.contribution();
                    }
                    assertEquals(sum, candidate.score(), 0, () -> tumourCase.label());
                    ranked++;
                }
            }
            assertTrue(ranked > 0, tumourCase.label());
        }
    }

    /** On as many threads as there are cores, half of the time with a ranker of its own. */
    @Test
    void aHundredRepeatsGiveTheSameBytes() {
        var document = CaseReader.read(
                "{\"format\":\"fenton-case/1\",\"oncotree\":\"LUAD\",\"resistance\":{\"drug\":\"osimertinib\"}}"
                        .getBytes(StandardCharsets.UTF_8),
                knowledge,
                ranker.policy());
        Set<String> answers = IntStream.range(0, 100)
                .parallel()
                .mapToObj(i -> {
                    Ranker own = i % 2 == 0 ? ranker : new Ranker(knowledge, PolicyReader.shipped());
                    Ranking ranking = own.rank(document.tumourCase(), NO_MODEL);
                    return new String(
                            new RankingWriter(knowledge, 20).write(document, ranking), StandardCharsets.UTF_8);
                })
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(1, answers.size());
        assertTrue(new ArrayList<>(answers).get(0).length() > 10_000);
    }
}
