/** The reference panel that gives absolute meaning to a profile. */
@NullMarked
package org.fenton.learning.reference;

import org.jspecify.annotations.NullMarked;
