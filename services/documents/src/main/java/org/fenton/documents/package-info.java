/** The documents that cross walls: case, release, policy and ranking. One codec, hence the same bytes everywhere. */
@NullMarked
package org.fenton.documents;

import org.jspecify.annotations.NullMarked;
