/** Answers to a file of pairs: drugs and cell lines by name in, probabilities with what speaks for and against them out. */
@NullMarked
package org.fenton.learning.pairs;

import org.jspecify.annotations.NullMarked;
