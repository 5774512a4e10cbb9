/** A user's own combination screen: read, refused where implausible, scored by the reference models of core. */
@NullMarked
package org.fenton.learning.screen;

import org.jspecify.annotations.NullMarked;
