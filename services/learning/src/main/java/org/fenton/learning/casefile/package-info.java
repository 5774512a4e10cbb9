/** Makes case files from expression tables. */
@NullMarked
package org.fenton.learning.casefile;

import org.jspecify.annotations.NullMarked;
