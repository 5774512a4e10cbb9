package org.fenton.learning.pairs;

import java.util.Optional;
import org.fenton.learning.interaction.Place;

/**
 * A cell line of the pairs file. One instance stands for all rows of a line: a head remembers what it computed for it.
 *
 * @param place empty where the name is nobody's
 * @param levels whether any level of its profile is known
 * @param note how it was read where that needs saying, else empty
 * @param trouble said where there is no place
 */
record AskedLine(String name, Optional<Place> place, boolean levels, String note, String trouble) {}
