package org.fenton.core.synergy;

/**
 * The Hill (log-logistic) dose–response curve of one drug.
 *
 * <p>Formula: E(d) = E0 + (Emax − E0) · dʰ / (EC50ʰ + dʰ); inverse d(E) = EC50 · ((E − E0) / (Emax − E))^(1/h).
 *
 * <p>Input: E0 (effect without the drug) and Emax (at endless dose) in percent inhibition, EC50 in micromolar above 0, h
 * above 0 without unit. Emax below E0 is a falling curve: the drug takes effect away.
 *
 * <p>Output: percent inhibition between E0 and Emax; from the inverse a dose in micromolar, 0 for an effect not beyond
 * E0 and infinite for one at or beyond Emax. With Emax = E0 every dose has the effect E0.
 *
 * <p>Empty does not occur; NaN as a dose or effect gives NaN.
 *
 * <p>Errors: parameters that are not finite, EC50 or h not above 0, a negative dose.
 *
 * <p>Source: Hill 1910, J Physiol 40:iv–vii; notation of Yadav et al. 2015, doi:10.1016/j.csbj.2015.09.001.
 *
 * @param e0 percent inhibition at dose 0
 * @param emax percent inhibition at endless dose
 * @param ec50Micromolar dose of the half effect
 * @param h slope
 */
public record HillCurve(double e0, double emax, double ec50Micromolar, double h) {
    public HillCurve {
        if (!(Double.isFinite(e0) && Double.isFinite(emax) && Double.isFinite(ec50Micromolar) && Double.isFinite(h))) {
            throw new IllegalArgumentException(
                    "a Hill curve has finite parameters, not " + e0 + ", " + emax + ", " + ec50Micromolar + ", " + h);
        }
        if (ec50Micromolar <= 0 || h <= 0) {
            throw new IllegalArgumentException("EC50 and h are above 0, not " + ec50Micromolar + " and " + h);
        }
    }

    public double effect(double doseMicromolar) {
        if (doseMicromolar < 0) {
            throw new IllegalArgumentException("a dose is not negative: " + doseMicromolar);
        }
        if (doseMicromolar == 0 || emax == e0) {
            return e0;
        }
        return e0 + (emax - e0) * share(h * (Math.log(doseMicromolar) - Math.log(ec50Micromolar)));
    }

    public double dose(double effect) {
        if (Double.isNaN(effect)) {
            return Double.NaN;
        }
        double gained = emax >= e0 ? effect - e0 : e0 - effect;
        double left = emax >= e0 ? emax - effect : effect - emax;
        if (gained <= 0) {
            return 0;
        }
        return left <= 0 ? Double.POSITIVE_INFINITY : ec50Micromolar * Math.pow(gained / left, 1 / h);
    }

    /** 1 / (1 + e⁻ˣ): the share of the full effect at x = h·ln(d/EC50). */
    static double share(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
