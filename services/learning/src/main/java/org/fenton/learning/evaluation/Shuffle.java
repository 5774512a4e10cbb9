package org.fenton.learning.evaluation;

import java.util.SplittableRandom;

/** Fisher-Yates, the same on every JDK. */
final class Shuffle {
    private Shuffle() {}

    static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }
}
