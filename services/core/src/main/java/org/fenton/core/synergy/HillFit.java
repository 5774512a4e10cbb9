package org.fenton.core.synergy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A Hill curve fitted to replicated effects by weighted nonlinear least squares, and how far it is to be trusted.
 *
 * <p>Formula: Emax, EC50 and h minimise Σ nᵢ·(ȳᵢ − E(dᵢ))² over the doses above 0, ȳᵢ the mean of the nᵢ replicates, which
 * has the same minimum as the sum over all wells. E0 is given, not fitted: 0 for a drug alone, because the untreated control
 * is what percent inhibition is measured against. Residual standard error: √(Σ over wells (y − E)² / (wells − 3)).
 *
 * <p>Input: effects in percent inhibition by dose in micromolar, any order. Bounds: Emax in [0, 100] for a drug alone and
 * [−100, 100] for one added to another, EC50 from a hundredth of the lowest to a hundred times the highest dose, h in
 * [0.1, 10]. For each EC50 and h the best Emax is exact, so the search has two dimensions: a fixed grid, then the simplex
 * of Nelder and Mead from its three best points. No random number, so the same wells give the same curve.
 *
 * <p>Output: the curve, residual standard error in percentage points (absent with 3 wells or fewer), flags.
 *
 * <p>Fewer than 3 different doses above 0 (or none at all): no curve, {@link FitFlag#TOO_FEW_DOSES}. Effects that are all
 * equal to E0, or that fall away from it against the bound: a flat curve and {@link FitFlag#FLAT}. Effects that are equal
 * and differ from E0: a curve saturated below the doses tested, flagged. NaN cannot occur in a {@link Well}.
 *
 * <p>Source: variable projection, Golub and Pereyra 1973, doi:10.1137/0710036; Nelder and Mead 1965,
 * doi:10.1093/comjnl/7.4.308. Checked against SciPy 1.17.1 {@code optimize.least_squares} with many starts.
 *
 * @param curve absent with too few doses
 * @param residualStandardError percentage points
 * @param flags in the order of {@link FitFlag}
 */
public record HillFit(Optional<HillCurve> curve, OptionalDouble residualStandardError, Set<FitFlag> flags) {
    static final int FEWEST_DOSES = 3;
    private static final int PARAMETERS = 3;

    public HillFit {
        flags = java.util.Collections.unmodifiableSet(
                flags.isEmpty() ? EnumSet.noneOf(FitFlag.class) : EnumSet.copyOf(flags));
    }

    /** The curve of a drug alone; doses of 0 are controls and do not enter. */
    public static HillFit singleAgent(Map<Double, List<Double>> effectsByDose) {
        Map<Double, List<Double>> above = new java.util.TreeMap<>(effectsByDose);
        above.keySet().removeIf(dose -> dose == 0);
        above.forEach((dose, effects) -> effects.forEach(effect -> new Well(dose, 0, effect)));
        return of(DoseSeries.of(above), 0, 0);
    }

    static HillFit of(DoseSeries series, double e0, double lowestEmax) {
        if (series.size() < FEWEST_DOSES) {
            return new HillFit(Optional.empty(), OptionalDouble.empty(), EnumSet.of(FitFlag.TOO_FEW_DOSES));
        }
        HillSearch search = new HillSearch(series, e0, lowestEmax);
        HillSearch.Point best = search.best();
        HillCurve curve = search.curve(best);
        Set<FitFlag> flags = EnumSet.noneOf(FitFlag.class);
        if (curve.emax() == e0) {
            flags.add(FitFlag.FLAT);
        } else {
            flag(curve, series, best, flags);
        }
        double wells = series.wells();
        OptionalDouble error = wells > PARAMETERS
                ? OptionalDouble.of(Math.sqrt((best.squares() + series.withinSquares()) / (wells - PARAMETERS)))
                : OptionalDouble.empty();
        return new HillFit(Optional.of(curve), error, flags);
    }

    private static void flag(HillCurve curve, DoseSeries series, HillSearch.Point best, Set<FitFlag> flags) {
        if (curve.ec50Micromolar() < series.smallest()) {
            flags.add(FitFlag.EC50_BELOW_TESTED);
        }
        if (curve.ec50Micromolar() > series.largest()) {
            flags.add(FitFlag.EC50_ABOVE_TESTED);
        }
        if (HillSearch.slopeAtBound(curve.h())) {
            flags.add(FitFlag.SLOPE_AT_BOUND);
        }
        if (!best.settled()) {
            flags.add(FitFlag.NOT_CONVERGED);
        }
    }

    /** Whether there is a curve and the search for it settled. */
    public boolean converged() {
        return curve.isPresent() && !flags.contains(FitFlag.NOT_CONVERGED);
    }
}
