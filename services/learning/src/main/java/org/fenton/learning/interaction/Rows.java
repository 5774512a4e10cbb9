package org.fenton.learning.interaction;

import java.util.List;
import org.fenton.learning.training.Trainer;

/** Standardised vectors with their labels. */
record Rows(List<double[]> vectors, boolean[] positive) implements Trainer.Rows {
    @Override
    public int size() {
        return vectors.size();
    }

    @Override
    public double[] vector(int row) {
        return vectors.get(row);
    }

    @Override
    public boolean synergistic(int row) {
        return positive[row];
    }
}
