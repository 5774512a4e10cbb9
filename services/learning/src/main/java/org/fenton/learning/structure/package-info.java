/** Molecules as the models see them. */
@NullMarked
package org.fenton.learning.structure;

import org.jspecify.annotations.NullMarked;
