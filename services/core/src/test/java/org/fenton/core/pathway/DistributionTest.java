package org.fenton.core.pathway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
    // source: closed forms; df 1 is Cauchy, p = 1 - 2/π atan t; df 2 is p = 1 - t/√(2 + t²)
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.3, 1, 2.5, 40, 1e6})
    void studentEqualsItsClosedForms(double t) {
        double cauchy = 2 / Math.PI * Math.atan2(1, t);
        double two = 2 / (Math.sqrt(2 + t * t) * (Math.sqrt(2 + t * t) + t));
        assertEquals(cauchy, StudentT.twoSidedP(t, 1), 1e-12 * cauchy + 1e-15);
        assertEquals(two, StudentT.twoSidedP(-t, 2), 1e-12 * two + 1e-15);
    }

    // source: mpmath, 40 digits, regularised incomplete beta function
    @ParameterizedTest
    @CsvSource({
        "0.1, 3, 0.92665234880080582",
        "2.262, 9, 0.05001284550245463",
        "4.2097855846490795, 10, 0.0018005332815689949",
        "25, 7, 4.1796971176594336e-8",
        "1.5, 500, 0.13424554917005381",
        "9, 999, 1.114596875948983e-18",
        "3.1058683684158743, 14204, 0.0019009474477276387",
        "40, 1500, 1.0100576670576795e-238",
        "0.001, 1000, 0.99920231501845273"
    })
    void studentEqualsFortyDigits(double t, int degreesOfFreedom, double expected) {
        assertEquals(expected, StudentT.twoSidedP(t, degreesOfFreedom), 1e-10 * expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 1, 1.9, 2, 3, 7, 15, 30})
    void theExpansionMeetsTheContinuedFraction(double t) {
        for (int df : new int[] {1000, 1001, 5000, 18_000}) {
            double fraction = StudentT.byContinuedFraction(t, df);
            assertEquals(fraction, StudentT.twoSidedP(t, df), 1e-10 * fraction, "df " + df);
        }
    }

    @Test
    void studentAtTheEdges() {
        assertEquals(1, StudentT.twoSidedP(0, 10));
        assertEquals(1, StudentT.twoSidedP(0, 20_000));
        assertEquals(0, StudentT.twoSidedP(Double.NEGATIVE_INFINITY, 3));
        assertTrue(Double.isNaN(StudentT.twoSidedP(Double.NaN, 3)));
        assertThrows(IllegalArgumentException.class, () -> StudentT.twoSidedP(1, 0));
    }

    // source: mpmath, 40 digits, erfc(z/√2)/2
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "0.3, 0.38208857781104737",
        "0.7, 0.24196365222307303",
        "1.96, 0.024997895148220436",
        "5, 2.8665157187919391e-7",
        "5.7, 5.9903714010635282e-9",
        "12.5, 3.7325642988777134e-36",
        "37, 5.7255712225245768e-300"
    })
    void normalTailEqualsFortyDigits(double z, double expected) {
        assertEquals(expected, StandardNormal.upperTail(z), 1e-14 * expected);
    }

    @Test
    void quantileUndoesTheTail() {
        for (double p : new double[] {1e-300, 1e-20, 1e-6, 0.01, 0.07, 0.3, 0.5}) {
            double z = StandardNormal.quantile(p);
            assertEquals(p, StandardNormal.upperTail(-z), 2e-13 * p);
            if (p > 1e-6) {
                assertEquals(-z, StandardNormal.quantile(1 - p), 1e-9);
            }
        }
        assertThrows(IllegalArgumentException.class, () -> StandardNormal.quantile(0));
    }

    @Test
    void falseDiscoveryRatesFollowTheFormula() {
        double[] p = {0.04, 0.01, 0.5, 0.01, 0.03};
        assertArrayEquals(new double[] {0.05, 0.025, 0.5, 0.025, 0.05}, FalseDiscovery.benjaminiHochberg(p), 1e-15);
        assertArrayEquals(new double[0], FalseDiscovery.benjaminiHochberg(new double[0]));
        assertThrows(IllegalArgumentException.class, () -> FalseDiscovery.benjaminiHochberg(new double[] {Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> FalseDiscovery.benjaminiHochberg(new double[] {-0.1}));
    }
}
