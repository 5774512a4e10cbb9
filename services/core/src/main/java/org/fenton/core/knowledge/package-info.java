/** What one catalog release says: drugs, edges, contexts, resistance mechanisms, combinations, safety rules. */
@NullMarked
package org.fenton.core.knowledge;

import org.jspecify.annotations.NullMarked;
