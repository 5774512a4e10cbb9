package org.fenton.learning.evaluation;

/** Curves of one covariate, c0 + c1 x + c2 x², fitted in closed form or by Newton's method; NaN coefficients when too little is known. */
final class Curve {
    private static final int STEPS = 25;
    private static final double RIDGE = 1e-6;

    private Curve() {}

    static double at(double[] curve, double x) {
        return curve[0] + curve[1] * x + curve[2] * x * x;
    }

    static double sigmoid(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }

    static double[] leastSquares(double[] x, double[] y) {
        double[][] normal = new double[3][4];
        for (int i = 0; i < x.length; i++) {
            add(normal, x[i], 1, y[i]);
        }
        return solve(normal);
    }

    /** Maximum likelihood of labels 0 and 1. */
    static double[] logistic(double[] x, double[] label) {
        double[] curve = new double[3];
        for (int step = 0; step < STEPS; step++) {
            double[][] normal = new double[3][4];
            for (int i = 0; i < x.length; i++) {
                double z = at(curve, x[i]);
                double p = sigmoid(z);
                double weight = Math.max(1e-9, p * (1 - p));
                add(normal, x[i], weight, z + (label[i] - p) / weight);
            }
            curve = solve(normal);
        }
        return curve;
    }

    private static void add(double[][] normal, double x, double weight, double y) {
        double[] powers = {1, x, x * x};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                normal[i][j] += weight * powers[i] * powers[j];
            }
            normal[i][3] += weight * powers[i] * y;
        }
    }

    /** Gauss elimination; the ridge keeps a constant covariate solvable. */
    private static double[] solve(double[][] m) {
        for (int i = 0; i < 3; i++) {
            m[i][i] += RIDGE;
        }
        for (int i = 0; i < 3; i++) {
            for (int k = i + 1; k < 3; k++) {
                double factor = m[k][i] / m[i][i];
                for (int j = i; j < 4; j++) {
                    m[k][j] -= factor * m[i][j];
                }
            }
        }
        double[] solution = new double[3];
        for (int i = 2; i >= 0; i--) {
            double rest = m[i][3];
            for (int j = i + 1; j < 3; j++) {
                rest -= m[i][j] * solution[j];
            }
            solution[i] = rest / m[i][i];
        }
        return solution;
    }
}
