/** Gates, lanes, the score as a sum of named terms, bands, and what was left out. */
@NullMarked
package org.fenton.core.ranking;

import org.jspecify.annotations.NullMarked;
