package org.fenton.learning.interaction;

/**
 * The outcome a row is expected to have: a straight line of the kernel's expectation and of the log odds of the calibrated probability.
 *
 * <p>Formula: intercept + kernelSlope * k + oddsSlope * log(p / (1 - p)), k in standard deviations; ordinary least squares on held-out rows, with a ridge of {@value #RIDGE} a row that keeps
 * two parallel columns solvable. Result on the scale of {@link Outcomes}.
 */
record ExpectedScore(double intercept, double kernelSlope, double oddsSlope) {
    private static final double RIDGE = 1e-6;

    static ExpectedScore fit(double[] kernel, double[] probability, double[] outcome) {
        double[][] normal = new double[3][4];
        for (int i = 0; i < outcome.length; i++) {
            double[] x = {1, kernel[i], logOdds(probability[i])};
            for (int r = 0; r < 3; r++) {
                for (int c = 0; c < 3; c++) {
                    normal[r][c] += x[r] * x[c];
                }
                normal[r][3] += x[r] * outcome[i];
            }
        }
        for (int r = 0; r < 3; r++) {
            normal[r][r] += RIDGE * outcome.length;
        }
        double[] solution = solve(normal);
        return new ExpectedScore(solution[0], solution[1], solution[2]);
    }

    /** Gaussian elimination of a positive definite 3 x 3 system. */
    private static double[] solve(double[][] m) {
        for (int pivot = 0; pivot < 3; pivot++) {
            for (int r = pivot + 1; r < 3; r++) {
                double factor = m[r][pivot] / m[pivot][pivot];
                for (int c = pivot; c < 4; c++) {
                    m[r][c] -= factor * m[pivot][c];
                }
            }
        }
        double[] x = new double[3];
        for (int r = 2; r >= 0; r--) {
            double rest = m[r][3];
            for (int c = r + 1; c < 3; c++) {
                rest -= m[r][c] * x[c];
            }
            x[r] = rest / m[r][r];
        }
        return x;
    }

    private static double logOdds(double p) {
        double kept = Math.max(1e-6, Math.min(1 - 1e-6, p));
        return Math.log(kept / (1 - kept));
    }

    double of(double kernel, double probability) {
        return intercept + kernelSlope * kernel + oddsSlope * logOdds(probability);
    }
}
