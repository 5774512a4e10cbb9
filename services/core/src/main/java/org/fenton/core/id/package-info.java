/** Identifiers that carry meaning: drugs in combination, genes, tumour types. */
@NullMarked
package org.fenton.core.id;

import org.jspecify.annotations.NullMarked;
