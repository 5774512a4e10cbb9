/** Regression on a table of drug x drug x line by similarities of drugs and of lines. */
@NullMarked
package org.fenton.learning.kernel;

import org.jspecify.annotations.NullMarked;
