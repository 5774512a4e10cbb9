package org.fenton.learning.evaluation;

import java.util.List;

/**
 * One fold of a protocol.
 *
 * @param heldOut what the fold holds out, by name: drugs, pairs' number, lines or a tissue
 * @param trainingRows ascending
 * @param testRows ascending
 * @param heldOutDrugs by drug index, true where no training row may hold the drug; empty where the regime allows every drug
 */
record Split(int index, List<String> heldOut, int[] trainingRows, int[] testRows, boolean[] heldOutDrugs) {
    boolean holdsOut(int drug) {
        return drug >= 0 && heldOutDrugs.length > 0 && heldOutDrugs[drug];
    }
}
