/**
 * Programmes of the JAK/STAT and ferroptosis context: signed gene sets and balances of activities, with what was measured
 * of each and where a reference panel puts the score.
 *
 * <p>{@link org.fenton.core.programme.Programmes} holds the definitions, {@link
 * org.fenton.core.programme.ProgrammeScoring} the formulas, {@link org.fenton.core.programme.ProgrammePanel} the reference.
 */
@NullMarked
package org.fenton.core.programme;

import org.jspecify.annotations.NullMarked;
