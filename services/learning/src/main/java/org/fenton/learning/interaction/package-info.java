/** The learned interaction of two drugs in a line: kernel regression, named features, a Tribuo classifier, and how sure it is. */
@NullMarked
package org.fenton.learning.interaction;

import org.jspecify.annotations.NullMarked;
