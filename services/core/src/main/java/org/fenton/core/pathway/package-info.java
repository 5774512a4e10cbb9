/**
 * Pathway and transcription factor activities inferred from expression with signed weighted networks.
 *
 * <p>Read {@link org.fenton.core.pathway.ExpressionReader} and {@link org.fenton.core.pathway.NetworkReader} for the
 * way in, {@link org.fenton.core.pathway.ActivityMethod} for the statistics and
 * {@link org.fenton.core.pathway.CoverageReport} for what was measured.
 */
@NullMarked
package org.fenton.core.pathway;

import org.jspecify.annotations.NullMarked;
