/** The sign suite: questions with known answers about what a drug does to ferroptosis in a context, and what the engine says. */
@NullMarked
package org.fenton.core.signs;

import org.jspecify.annotations.NullMarked;
