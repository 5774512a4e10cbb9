/** Writes a committed result to the catalog's score API. */
@NullMarked
package org.fenton.rescoring.score;

import org.jspecify.annotations.NullMarked;
