/** Commands that measure the job and break it on purpose, in processes of their own. */
@NullMarked
package org.fenton.rescoring.trial;

import org.jspecify.annotations.NullMarked;
