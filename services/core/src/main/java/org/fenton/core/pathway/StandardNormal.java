package org.fenton.core.pathway;

/** The standard normal distribution: upper tail and quantile, to near full double precision. */
final class StandardNormal {
    private static final double[] CENTRE_TOP = {
        .065682337918207449113,
        2.2352520354606839287,
        161.02823106855587881,
        1067.6894854603709582,
        18154.981253343561249
    };
    private static final double[] CENTRE_BOTTOM = {
        1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956
    };
    private static final double[] MIDDLE_TOP = {
        1.0765576773720192317e-8,
        .39894151208813466764,
        8.8831497943883759412,
        93.506656132177855979,
        597.27027639480026226,
        2494.5375852903726711,
        6848.1904505362823326,
        11602.651437647350124,
        9842.7148383839780218
    };
    private static final double[] MIDDLE_BOTTOM = {
        1,
        22.266688044328115691,
        235.38790178262499861,
        1519.377599407554805,
        6485.558298266760755,
        18615.571640885098091,
        34900.952721145977266,
        38912.003286093271411,
        19685.429676859990727
    };
    private static final double[] FAR_TOP = {
        .02307344176494017303,
        .21589853405795699,
        .1274011611602473639,
        .022235277870649807,
        .001421619193227893466,
        2.9112874951168792e-5
    };
    private static final double[] FAR_BOTTOM = {
        1, 1.28426009614491121, .468238212480865118, .0659881378689285515, .00378239633202758244, 7.29751555083966205e-5
    };
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private static final double[] QUANTILE_CENTRE_TOP = {
        2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
        13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.3871328727963666080
    };
    private static final double[] QUANTILE_CENTRE_BOTTOM = {
        5226.4952788528545610,
        28729.085735721942674,
        39307.895800092710610,
        21213.794301586595867,
        5394.1960214247511077,
        687.18700749205790830,
        42.313330701600911252,
        1
    };
    private static final double[] QUANTILE_MIDDLE_TOP = {
        7.74545014278341407640e-4, .0227238449892691845833, .241780725177450611770, 1.27045825245236838258,
        3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734
    };
    private static final double[] QUANTILE_MIDDLE_BOTTOM = {
        1.05075007164441684324e-9,
        5.47593808499534494600e-4,
        .0151986665636164571966,
        .148103976427480074590,
        .689767334985100004550,
        1.67638483018380384940,
        2.05319162663775882187,
        1
    };
    private static final double[] QUANTILE_FAR_TOP = {
        2.01033439929228813265e-7, 2.71155556874348757815e-5, .00124266094738807843860, .0265321895265761230930,
        .296560571828504891230, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720
    };
    private static final double[] QUANTILE_FAR_BOTTOM = {
        2.04426310338993978564e-15,
        1.42151175831644588870e-7,
        1.84631831751005468180e-5,
        7.86869131145613259100e-4,
        .0148753612908506148525,
        .136929880922735805310,
        .599832206555887937690,
        1
    };

    private StandardNormal() {}

    /** P(|Z| &gt; |z|); 1 at z = 0, 0 at an infinite z. */
    static double twoSidedP(double z) {
        return Math.min(1, 2 * upperTail(Math.abs(z)));
    }

    /**
     * P(Z &gt; z) for z &ge; 0.
     *
     * <p>Rational Chebyshev approximations, relative error near 1e-15. Source: Cody 1969,
     * doi:10.1090/S0025-5718-1969-0247736-4, as arranged for the normal integral by Cody 1993, doi:10.1145/151271.151273.
     */
    static double upperTail(double z) {
        if (z > 38.6) {
            return 0;
        }
        if (z <= 0.67448975) {
            double square = z * z;
            return 0.5 - z * polynomial(CENTRE_TOP, square) / polynomial(CENTRE_BOTTOM, square);
        }
        // The square is split at a multiple of 1/16 so that exp loses no digits to the rounding of z * z.
        double coarse = Math.rint(z * 16) / 16;
        double density = Math.exp(-coarse * coarse / 2) * Math.exp(-(z - coarse) * (z + coarse) / 2);
        if (z <= Math.sqrt(32)) {
            return density * polynomial(MIDDLE_TOP, z) / polynomial(MIDDLE_BOTTOM, z);
        }
        double inverse = 1 / (z * z);
        double tail = inverse * polynomial(FAR_TOP, inverse) / polynomial(FAR_BOTTOM, inverse);
        return density * (1 / ROOT_TWO_PI - tail) / z;
    }

    /**
     * The z with P(Z &le; z) = {@code probability}, for a probability strictly between 0 and 1.
     *
     * <p>Source: Wichura 1988, algorithm AS 241 (PPND16), doi:10.2307/2347330; relative error near 1e-16.
     */
    static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability " + probability + " is not strictly between 0 and 1");
        }
        double q = probability - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(QUANTILE_CENTRE_TOP, r) / polynomial(QUANTILE_CENTRE_BOTTOM, r);
        }
        double root = Math.sqrt(-Math.log(q < 0 ? probability : 1 - probability));
        double z = root <= 5
                ? polynomial(QUANTILE_MIDDLE_TOP, root - 1.6) / polynomial(QUANTILE_MIDDLE_BOTTOM, root - 1.6)
                : polynomial(QUANTILE_FAR_TOP, root - 5) / polynomial(QUANTILE_FAR_BOTTOM, root - 5);
        return q < 0 ? -z : z;
    }

    /** Horner's scheme, highest power first. */
    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }
}
