/** The clinical behaviour suite as a command. */
@NullMarked
package org.fenton.learning.behaviour;

import org.jspecify.annotations.NullMarked;
