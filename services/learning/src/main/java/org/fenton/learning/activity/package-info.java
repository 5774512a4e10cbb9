/** The command {@code fenton activity}, and the checks and benchmark of the activities. */
@NullMarked
package org.fenton.learning.activity;

import org.jspecify.annotations.NullMarked;
