/** The clinical behaviour suite: cases whose answer the facts give, put to the whole ranking. */
@NullMarked
package org.fenton.core.behaviour;

import org.jspecify.annotations.NullMarked;
