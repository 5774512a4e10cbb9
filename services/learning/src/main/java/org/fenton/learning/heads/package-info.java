/** A bundle of heads for cell lines: synergy, benefit and sensitivity, with the names they are asked by. */
@NullMarked
package org.fenton.learning.heads;

import org.jspecify.annotations.NullMarked;
