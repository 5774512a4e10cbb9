/** The model bundle: a directory that is hashed, verified and described by a card. */
@NullMarked
package org.fenton.learning.bundle;

import org.jspecify.annotations.NullMarked;
