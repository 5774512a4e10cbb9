/**
 * Reference models of drug combinations: what two drugs would do together without interacting, and how far a measured
 * dose–response matrix is from that.
 *
 * <p>One convention throughout: doses in micromolar, effects in percent inhibition (0 = untreated, 100 = no cells left),
 * scores in percentage points of inhibition, positive = more inhibition than the reference says.
 *
 * <p>{@link org.fenton.core.synergy.DoseResponseMatrix} is the way in, {@link
 * org.fenton.core.synergy.CombinationAssessment} computes everything with its uncertainty, {@link
 * org.fenton.core.synergy.ReferenceModel} holds the four models and {@link org.fenton.core.synergy.HillFit} the curves.
 */
@NullMarked
package org.fenton.core.synergy;

import org.jspecify.annotations.NullMarked;
