/** Rankings that are done, found by the content they were made from, and the folder in which results are committed. */
@NullMarked
package org.fenton.rescoring.store;

import org.jspecify.annotations.NullMarked;
