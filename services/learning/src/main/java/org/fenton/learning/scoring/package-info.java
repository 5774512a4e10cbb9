/** Heads of a bundle as servers, exports and benchmarks see them. */
@NullMarked
package org.fenton.learning.scoring;

import org.jspecify.annotations.NullMarked;
