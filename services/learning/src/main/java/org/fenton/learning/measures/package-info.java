/** How good probabilities are: areas, Brier score, calibration error. */
@NullMarked
package org.fenton.learning.measures;

import org.jspecify.annotations.NullMarked;
