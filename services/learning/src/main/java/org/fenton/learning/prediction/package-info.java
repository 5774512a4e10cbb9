/** Scores candidate pairs from a loaded bundle. */
@NullMarked
package org.fenton.learning.prediction;

import org.jspecify.annotations.NullMarked;
