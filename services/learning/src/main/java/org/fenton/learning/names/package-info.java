/** What a user may call a drug or a cell line, and what is known under that name. */
@NullMarked
package org.fenton.learning.names;

import org.jspecify.annotations.NullMarked;
