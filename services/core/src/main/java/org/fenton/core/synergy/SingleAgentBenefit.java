package org.fenton.core.synergy;

import java.util.Optional;

/**
 * What the pair does beyond the better of its drugs: the question of use, not of interaction, and never merged with synergy.
 *
 * <p>Formula: atSameDoses is the mean over cells of pair − max(A alone, B alone) at the cell's own doses, which is the number
 * HSA calls its excess. atBestDoses is the largest mean effect of any cell less the largest mean effect of either drug alone
 * at any tested dose.
 *
 * <p>Output: percentage points of inhibition, positive = the pair does more. atBestDoses compares maxima, and there are
 * more pair cells than single doses, so noise pushes it up; its interval does not take that out.
 *
 * <p>Source: independent drug action as the yardstick, Palmer and Sorger 2017, doi:10.1016/j.cell.2017.11.009.
 *
 * @param atSameDoses absent where no dose of the pair was measured alone
 * @param atBestDoses over all tested doses
 */
public record SingleAgentBenefit(Optional<Estimate> atSameDoses, Estimate atBestDoses) {}
