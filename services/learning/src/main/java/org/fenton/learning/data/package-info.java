/** Reads the public combination screens and what is known of their drugs and lines. */
@NullMarked
package org.fenton.learning.data;

import org.jspecify.annotations.NullMarked;
