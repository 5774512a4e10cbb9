package org.fenton.learning.interaction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.fenton.learning.data.LentRows;
import org.fenton.learning.data.Screen;
import org.fenton.learning.data.ScreenFixture;
import org.fenton.learning.data.SingleAgentCurves;
import org.fenton.learning.features.TargetFamilies;
import org.fenton.learning.files.Vocabulary;
import org.fenton.learning.kernel.DrugTraits;
import org.fenton.learning.kernel.KernelSetting;
import org.fenton.learning.kernel.LineTraits;
import org.fenton.learning.measures.ScoredRows;
import org.fenton.learning.training.Fold;
import org.fenton.learning.training.Regime;
import org.fenton.learning.training.RowModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeadTest {
    private static final Screen SCREEN = ScreenFixture.pairs();

    /** Odd drugs hit one target, even ones another: what a new drug has in common with known ones. */
    private static ScreenTraits traits(Screen screen) {
        return new ScreenTraits(
                IntStream.range(0, screen.drugs().size())
                        .mapToObj(d -> new DrugTraits(
                                Optional.empty(), Optional.of(Set.of(d % 2 == 1 ? "JAK1" : "GPX4")), Optional.empty()))
                        .toList(),
                screen.lines().stream()
                        .map(l -> new LineTraits(l.tissue(), new double[0]))
                        .toList(),
                List.of(),
                SingleAgentCurves.none(),
                MechanismEffectsTest.effects(List.of()));
    }

    private static InteractionHead head() {
        return learned().head();
    }

    private static HeadTrainer.Learned learned() {
        return new HeadTrainer(Plan.small(), 3, line -> {}).learnForAll(SCREEN, traits(SCREEN));
    }

    private static Subject subject(int drug) {
        return new Subject(
                SCREEN.drugs().get(drug).key(), traits(SCREEN).drugs().get(drug));
    }

    private static Place place(int line) {
        return new Place(SCREEN.lines().get(line).key(), traits(SCREEN).lines().get(line));
    }

    @Test
    void learnedTwiceItHasTheSameBytesAndReadBackTheSameAnswers() throws IOException {
        InteractionHead head = head();
        byte[] bytes = HeadFile.bytes(head);
        assertArrayEquals(bytes, HeadFile.bytes(head()));
        InteractionHead read = HeadFile.read(bytes);
        assertArrayEquals(bytes, HeadFile.bytes(read));
        Subject unknown = new Subject("never seen", traits(SCREEN).drugs().get(1));
        for (int line = 0; line < SCREEN.lines().size(); line++) {
            assertEquals(
                    head.answer(subject(0), subject(5), place(line)), read.answer(subject(0), subject(5), place(line)));
            assertEquals(head.answer(unknown, subject(5), place(line)), read.answer(unknown, subject(5), place(line)));
        }
    }

    @Test
    void whatItIsWorthIsMeasuredOnRowsItsEvidenceDidNotHold() {
        HeadEvaluation evaluation = learned().evaluation();
        HeadEvaluation.Group all = evaluation.groups().get("all");
        assertEquals(
                all.rows(),
                evaluation.reliability().stream()
                        .mapToInt(HeadEvaluation.Bin::rows)
                        .sum());
        assertEquals(
                all.rows(),
                evaluation.coverageByTissue().values().stream()
                        .mapToInt(HeadEvaluation.Coverage::rows)
                        .sum());
        assertEquals(
                all.rows() * all.abstained(),
                evaluation.coverageByTissue().values().stream()
                        .mapToDouble(tissue -> tissue.rows() * tissue.abstained())
                        .sum(),
                1e-2);
        assertTrue(all.measures().get("roc_auc") > 0.75, all.measures().toString());
        assertTrue(Math.abs(all.coverage() - evaluation.nominalCoverage()) < 0.05, "covered " + all.coverage());
        assertTrue(evaluation.groups().size() > 1, evaluation.groups().keySet().toString());
        // The invented outcome is half noise: rankings agree, but not wholly.
        assertTrue(evaluation.rankStability().spearman() > 0.6
                && evaluation.rankStability().spearman() < 1);
    }

    @Test
    void whatAnotherLaboratorySawOfANewDrugCountsAndTheOwnLaboratoryMore() {
        Screen other = ScreenFixture.pairs();
        Screen both = LentRows.to(SCREEN, other, Screen.Drug::key);
        int[] knowing = IntStream.range(0, both.size())
                .filter(row -> both.lent(row) || !both.holds(row, 0))
                .toArray();
        int[] ownOnly = IntStream.of(knowing).filter(row -> !both.lent(row)).toArray();
        KernelSetting setting = KernelSetting.of(0.3, 0.4, 0.5);
        // Drugs without traits: only the lent rows can tell one new drug from another.
        ScreenTraits traits = new ScreenTraits(
                both.drugs().stream().map(d -> DrugTraits.unknown()).toList(),
                both.lines().stream()
                        .map(l -> new LineTraits(l.tissue(), new double[0], Optional.of(l.name()), l.laboratory()))
                        .toList(),
                List.of(),
                SingleAgentCurves.none(),
                MechanismEffectsTest.effects(List.of()));
        Cast cast = Cast.of(setting, both, traits);
        double withLent = area(both, Evidence.of(both, cast, knowing));
        double without = area(both, Evidence.of(both, cast, ownOnly));
        assertTrue(withLent > without + 0.02, withLent + " with lent rows, " + without + " without");
        assertEquals(
                0.3 * setting.ofLines(traits.lines().get(0), traits.lines().get(4)),
                setting.ofLines(
                        traits.lines().get(0), traits.lines().get(SCREEN.lines().size() + 4)),
                1e-12);
    }

    /** ROC AUC of the kernel's expectation on drug 0's own rows. */
    private static double area(Screen screen, Evidence evidence) {
        int[] rows = IntStream.range(0, screen.size())
                .filter(row -> !screen.lent(row) && screen.holds(row, 0))
                .toArray();
        double[] expected = IntStream.of(rows)
                .mapToDouble(row -> {
                    Lesson.Asked asked = Lesson.asked(screen, evidence, row);
                    return evidence.kernel(asked.a(), asked.b(), asked.view());
                })
                .toArray();
        boolean[] positive = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            positive[i] = screen.positive(rows[i]);
        }
        return new ScoredRows(
                        IntStream.range(0, rows.length)
                                .mapToDouble(i -> Scorer.sigmoid(expected[i]))
                                .toArray(),
                        positive)
                .measures()
                .rocAuc();
    }

    @Test
    void rowsOfAJudgedFoldAreInNoEvidenceThatTrainersLearnFrom() {
        int[] rows = IntStream.range(0, SCREEN.size()).toArray();
        Lesson lesson = new Lesson(SCREEN, traits(SCREEN), rows, Division.of(SCREEN, rows, Regime.LEAVE_PAIR, 4, 2));
        Cast cast = Cast.of(KernelSetting.of(0.3, 0.4, 0.5), SCREEN, lesson.traits());
        RelationalFeatures features = RelationalFeatures.of(
                SCREEN, lesson.traits(), new TargetFamilies(Vocabulary.text("target-families.tsv")));
        HeldOut before = HeldOut.learnedFor(1, lesson, cast, features, 1_000);
        boolean[] positive = new boolean[rows.length];
        double[] score = new double[rows.length];
        for (int row : rows) {
            boolean judged = lesson.division().holdsOut(1, row);
            score[row] = judged ? 1_000 : SCREEN.score(row);
        }
        Screen changed = SCREEN.withOutcomes(positive, score);
        HeldOut after = HeldOut.learnedFor(
                1, new Lesson(changed, lesson.traits(), rows, lesson.division()), cast, features, 1_000);
        assertArrayEquals(before.vectors(), after.vectors());
        assertFalse(java.util.Arrays.deepEquals(
                HeldOut.all(lesson, cast, features).vectors(),
                HeldOut.all(new Lesson(changed, lesson.traits(), rows, lesson.division()), cast, features)
                        .vectors()));
    }

    @Test
    void anotherVersionIsRefused() {
        byte[] bytes = HeadFile.bytes(head());
        bytes[7] = 9;
        assertTrue(assertThrows(IOException.class, () -> HeadFile.read(bytes))
                .getMessage()
                .contains("version 9"));
    }

    @Test
    void theOrderOfThePairDoesNotMatterAndWhatIsNewIsSaid() {
        InteractionHead head = head();
        Subject odd = new Subject("new odd", traits(SCREEN).drugs().get(1));
        Place elsewhere = new Place("new line", new LineTraits(Optional.of("Brain"), new double[0]));
        for (int drug = 0; drug < SCREEN.drugs().size(); drug++) {
            assertEquals(head.answer(odd, subject(drug), place(2)), head.answer(subject(drug), odd, place(2)));
        }
        HeadAnswer known = head.answer(subject(0), subject(1), place(0));
        assertEquals(2, known.drugsSeen());
        assertTrue(known.lineSeen());
        assertEquals(0, known.distance());
        HeadAnswer strange = head.answer(odd, subject(1), elsewhere);
        assertEquals(1, strange.drugsSeen());
        assertFalse(strange.lineSeen());
        assertTrue(strange.distance() > 0);
    }

    @Test
    void aHeadOfDrugsAloneKeepsTheScaleOfEach() throws IOException {
        Screen alone = ScreenFixture.singleAgents();
        InteractionHead head = new HeadTrainer(Plan.small(), 3, line -> {})
                .learnForAll(alone, traits(alone))
                .head();
        InteractionHead read = HeadFile.read(HeadFile.bytes(head));
        Subject known =
                new Subject(alone.drugs().get(2).key(), traits(alone).drugs().get(2));
        assertEquals(head.answer(known, null, place(1)), read.answer(known, null, place(1)));
        assertTrue(Double.isFinite(read.answer(known, null, place(1)).expectedScore()));
        Subject unknown = new Subject("new", traits(alone).drugs().get(2));
        assertTrue(Double.isNaN(read.answer(unknown, null, place(1)).expectedScore()), "no scale of its own");
    }

    @Test
    void aNewDrugIsJudgedByThoseItIsLike() {
        InteractionHead head = head();
        Subject odd = new Subject("new odd", traits(SCREEN).drugs().get(1));
        Subject even = new Subject("new even", traits(SCREEN).drugs().get(2));
        assertTrue(head.answer(odd, subject(3), place(1)).expectedScore()
                > head.answer(even, subject(3), place(1)).expectedScore());
    }

    /** The invented score counts odd drugs and the line, so each regime can be learned; a coin could not. */
    @ParameterizedTest
    @EnumSource(value = Regime.class, mode = EnumSource.Mode.EXCLUDE, names = "LEAVE_LABORATORY")
    void learnsUnderEveryRegime(Regime regime) {
        int[] rows = IntStream.range(0, SCREEN.size()).toArray();
        Division outer = Division.of(SCREEN, rows, regime, 4, 11);
        int[] training = IntStream.of(rows).filter(r -> !outer.holdsOut(0, r)).toArray();
        int[] test = IntStream.of(rows).filter(r -> outer.holdsOut(0, r)).toArray();
        RowModel model = new StackedLearner(HeadTest::traits, Plan.small(), Plan.small())
                .fit(new Fold("test", 0, SCREEN, training, regime), 5, line -> {});
        boolean[] positive = new boolean[test.length];
        for (int i = 0; i < test.length; i++) {
            positive[i] = SCREEN.positive(test[i]);
        }
        double area =
                new ScoredRows(model.probabilities(test), positive).measures().rocAuc();
        assertTrue(area > 0.75, regime + ": " + area);
    }

    @Test
    void inEveryFoldTheEvidenceHoldsNothingOfTheRowItAnswers() {
        int[] rows = IntStream.range(0, SCREEN.size()).toArray();
        Division division = Division.ofAll(SCREEN, rows, 4, 2);
        for (int row : rows) {
            int fold = division.answeredIn(row);
            assertTrue(division.holdsOut(fold, row));
            for (int other : rows) {
                if (!division.holdsOut(fold, other)) {
                    if (fold % 3 == 1) {
                        assertTrue(SCREEN.line(other) != SCREEN.line(row), "line of " + row);
                    }
                    if (fold % 3 == 2) {
                        assertTrue(SCREEN.pair(other) != SCREEN.pair(row), "pair of " + row);
                    }
                }
            }
        }
    }
}
