/** What a cohort may be written as, cut into parts that tasks read on their own. */
@NullMarked
package org.fenton.rescoring.cohort;

import org.jspecify.annotations.NullMarked;
