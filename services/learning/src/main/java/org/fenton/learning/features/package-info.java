/** Named, typed features of a pair of drugs in a line or tumour, symmetric in the pair. */
@NullMarked
package org.fenton.learning.features;

import org.jspecify.annotations.NullMarked;
