/** Delimited tables and file hashes. */
@NullMarked
package org.fenton.learning.files;

import org.jspecify.annotations.NullMarked;
