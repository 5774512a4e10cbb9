/** Folds, measures, baselines and the leave-drug protocol. */
@NullMarked
package org.fenton.learning.evaluation;

import org.jspecify.annotations.NullMarked;
