package org.fenton.core.pathway;

/** Student's t distribution. */
public final class StudentT {
    /** From here on, and up to the t below, Hill's expansion errs by less than 1e-10 of p and is much faster. */
    private static final int LARGE_DEGREES = 1000;

    private static final double MODERATE_T = 10;

    private static final int MAX_TERMS = 10_000;

    private StudentT() {}

    /**
     * Two-sided p value P(|T| &gt; |t|).
     *
     * <p>Formula: I(df / (df + t²); df/2, 1/2), the regularised incomplete beta function: by its continued fraction,
     * and from 1,000 degrees of freedom on and |t| up to 10 by Hill's expansion around the normal distribution.
     *
     * <p>Input: t any number or infinite; df a whole number of at least 1. Output in [0, 1], relative error below 1e-10
     * where p &gt; 1e-300. NaN gives NaN; an infinite t gives 0.
     *
     * <p>Source: Didonato and Morris 1992, doi:10.1145/131766.131776 (continued fraction); Hill 1970,
     * doi:10.1145/355598.355599 (expansion). Checked against R 4 {@code pt} through decoupleR's fixtures.
     */
    public static double twoSidedP(double t, int degreesOfFreedom) {
        if (degreesOfFreedom < 1) {
            throw new IllegalArgumentException("degrees of freedom are at least 1, not " + degreesOfFreedom);
        }
        if (Double.isNaN(t)) {
            return Double.NaN;
        }
        if (Double.isInfinite(t)) {
            return 0;
        }
        return degreesOfFreedom >= LARGE_DEGREES && Math.abs(t) <= MODERATE_T
                ? StandardNormal.twoSidedP(normalDeviate(t, degreesOfFreedom))
                : byContinuedFraction(t, degreesOfFreedom);
    }

    /** The normal deviate whose tail equals that of t. */
    private static double normalDeviate(double t, int df) {
        double a = df - 0.5;
        double b = 48 * a * a;
        double y = a * logOnePlus(t * t / df);
        double correction = (((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b);
        return Math.sqrt(y) * (1 + (correction + y + 3) / b);
    }

    /** ln(1 + u) for u of at least 0, as accurate as Math.log1p and several times faster. */
    private static double logOnePlus(double u) {
        double sum = 1 + u;
        if (sum == 1) {
            return u;
        }
        return u > 1e15 ? Math.log(sum) : Math.log(sum) * (u / (sum - 1));
    }

    static double byContinuedFraction(double t, int df) {
        double square = t * t;
        double a = df / 2.0;
        double logFront =
                -a * Math.log1p(square / df) + 0.5 * (Math.log(square) - Math.log(df + square)) - logBetaHalf(a);
        double x = df / (df + square);
        if (x < (a + 1) / (a + 2.5)) {
            return Math.min(1, Math.exp(logFront) * fraction(x, a, 0.5) / a);
        }
        return t == 0 ? 1 : 1 - Math.exp(logFront) * fraction(square / (df + square), 0.5, a) / 0.5;
    }

    /** ln B(a, 1/2), through the ratio of neighbouring gamma functions, which loses no digits at large a. */
    private static double logBetaHalf(double a) {
        double shifted = a;
        double logRatio = 0;
        for (; shifted < 20; shifted++) {
            logRatio += Math.log(shifted / (shifted + 0.5));
        }
        double inverse = 1 / shifted;
        double square = inverse * inverse;
        logRatio += 0.5 * Math.log(shifted)
                - inverse * (1 / 8.0 - square * (1 / 192.0 - square * (1 / 640.0 - square * (17 / 14336.0))));
        return 0.5 * Math.log(Math.PI) - logRatio;
    }

    /** Continued fraction of the incomplete beta function, by the modified Lentz method. */
    private static double fraction(double x, double a, double b) {
        double tiny = 1e-300;
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1), tiny);
        double value = d;
        for (int m = 1; m <= MAX_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d, tiny);
            c = away(1 + even / c, tiny);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d, tiny);
            c = away(1 + odd / c, tiny);
            double step = d * c;
            value *= step;
            if (Math.abs(step - 1) < 1e-16) {
                break;
            }
        }
        return value;
    }

    private static double away(double value, double tiny) {
        return Math.abs(value) < tiny ? tiny : value;
    }
}
