/** Safety rules as typed conditions: fired, not fired, or unknown because a fact was not given. */
@NullMarked
package org.fenton.core.safety;

import org.jspecify.annotations.NullMarked;
