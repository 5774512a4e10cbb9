/** What a new release, bundle or policy changes for a cohort, against the result of a run before. */
@NullMarked
package org.fenton.rescoring.impact;

import org.jspecify.annotations.NullMarked;
