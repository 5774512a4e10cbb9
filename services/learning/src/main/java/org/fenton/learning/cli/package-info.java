/** The commands train and evaluate. */
@NullMarked
package org.fenton.learning.cli;

import org.jspecify.annotations.NullMarked;
