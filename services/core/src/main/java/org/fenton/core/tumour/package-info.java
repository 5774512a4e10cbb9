/** One case: the tumour (or diseased tissue), its pathway state and the clinical facts that were given. */
@NullMarked
package org.fenton.core.tumour;

import org.jspecify.annotations.NullMarked;
