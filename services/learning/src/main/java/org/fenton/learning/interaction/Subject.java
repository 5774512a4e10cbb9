package org.fenton.learning.interaction;

import org.fenton.learning.kernel.DrugTraits;

/**
 * A drug that a head is asked about.
 *
 * @param key normalised name, by which a head knows the drugs it was trained on; a key it does not know is a new drug
 */
public record Subject(String key, DrugTraits traits) {}
