package org.fenton.learning.interaction;

import org.fenton.learning.kernel.LineTraits;

/**
 * A cell line or tumour that a head is asked about.
 *
 * @param key DepMap id or plain name, by which a head knows the lines it was trained on; a key it does not know is a new line or a tumour
 */
public record Place(String key, LineTraits traits) {}
