/** The command that runs the sign suite on a release. */
@NullMarked
package org.fenton.learning.signs;

import org.jspecify.annotations.NullMarked;
