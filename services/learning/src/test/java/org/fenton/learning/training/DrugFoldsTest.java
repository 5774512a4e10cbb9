package org.fenton.learning.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fenton.learning.SyntheticScreen;
import org.fenton.learning.data.TrainingData;
import org.junit.jupiter.api.Test;

class DrugFoldsTest {
    private final TrainingData data = SyntheticScreen.data();
    private final List<Integer> all = SyntheticScreen.allRows(data);

    @Test
    void noHeldOutDrugIsEverOnTheTrainingSide() {
        DrugFolds folds = DrugFolds.deal(data, all, 4, 3);
        for (int fold = 0; fold < folds.count(); fold++) {
            DrugFolds.Split split = folds.split(data, all, fold);
            for (int row : split.trainingRows()) {
                assertFalse(folds.holdsOut(fold, data.rows().get(row).drugA()));
                assertFalse(folds.holdsOut(fold, data.rows().get(row).drugB()));
            }
            for (int row : split.testRows()) {
                TrainingData.Row test = data.rows().get(row);
                assertTrue(folds.holdsOut(fold, test.drugA()) || folds.holdsOut(fold, test.drugB()));
            }
            assertEquals(
                    all.size(), split.trainingRows().size() + split.testRows().size());
        }
    }

    @Test
    void everyDrugIsHeldOutOnceAndEveryPairStaysTogether() {
        DrugFolds folds = DrugFolds.deal(data, all, 4, 3);
        for (int drug = 0; drug < data.drugs().size(); drug++) {
            int held = 0;
            for (int fold = 0; fold < folds.count(); fold++) {
                held += folds.holdsOut(fold, drug) ? 1 : 0;
            }
            assertEquals(1, held);
        }
        DrugFolds.Split split = folds.split(data, all, 0);
        Set<Long> training = new HashSet<>();
        split.trainingRows().forEach(row -> training.add(data.rows().get(row).pair()));
        assertTrue(split.testRows().stream()
                .noneMatch(row -> training.contains(data.rows().get(row).pair())));
    }

    @Test
    void innerFoldsOfAnOuterFoldNeverSeeItsDrugs() {
        DrugFolds outer = DrugFolds.deal(data, all, 4, 3);
        List<Integer> training = outer.split(data, all, 1).trainingRows();
        DrugFolds inner = DrugFolds.deal(data, training, 3, 5);
        for (int fold = 0; fold < inner.count(); fold++) {
            for (int row : inner.split(data, training, fold).testRows()) {
                assertFalse(outer.holdsOut(1, data.rows().get(row).drugA()));
                assertFalse(outer.holdsOut(1, data.rows().get(row).drugB()));
            }
        }
    }
}
