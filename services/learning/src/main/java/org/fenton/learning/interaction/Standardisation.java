package org.fenton.learning.interaction;

import java.util.List;

/**
 * Mean and standard deviation of each feature over training rows, missing values left out. A standardised value is (x - mean) / deviation; missing stays missing, which a linear
 * model cannot tell from the mean. A constant feature has deviation 1. A feature whose mean
 * is not a number is left out: its value is always missing.
 */
record Standardisation(double[] mean, double[] deviation) {
    static Standardisation of(List<double[]> vectors) {
        int size = vectors.get(0).length;
        double[] mean = new double[size];
        double[] deviation = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = 0;
            int known = 0;
            for (double[] vector : vectors) {
                if (!Double.isNaN(vector[i])) {
                    sum += vector[i];
                    known++;
                }
            }
            mean[i] = known == 0 ? 0 : sum / known;
            double squares = 0;
            for (double[] vector : vectors) {
                if (!Double.isNaN(vector[i])) {
                    squares += (vector[i] - mean[i]) * (vector[i] - mean[i]);
                }
            }
            deviation[i] = squares > 0 ? Math.sqrt(squares / known) : 1;
        }
        return new Standardisation(mean, deviation);
    }

    double[] apply(double[] vector) {
        double[] z = new double[vector.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (vector[i] - mean[i]) / deviation[i];
        }
        return z;
    }
}
