/** Classifiers, their calibration, intervals and the rule for saying nothing. */
@NullMarked
package org.fenton.learning.training;

import org.jspecify.annotations.NullMarked;
