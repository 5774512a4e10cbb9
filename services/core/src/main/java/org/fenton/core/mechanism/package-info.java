/** The signed JAK/STAT-ferroptosis graph and what a drug does to ferroptosis in the context of one case. */
@NullMarked
package org.fenton.core.mechanism;

import org.jspecify.annotations.NullMarked;
