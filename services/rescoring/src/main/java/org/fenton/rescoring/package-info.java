/** Ranks a cohort with Spark: the same core, release, bundle and policy as the gateway, hence the same bytes. */
@NullMarked
package org.fenton.rescoring;

import org.jspecify.annotations.NullMarked;
