package org.fenton.learning.names;

import java.util.Arrays;
import java.util.List;
import org.fenton.learning.kernel.LineTraits;

/**
 * A cell line of the directory.
 *
 * @param key DepMap id, else the name in upper case without punctuation
 * @param names as the lists write them, sorted; empty where only its id is known
 */
public record KnownLine(String key, List<String> names, LineTraits traits) {
    public KnownLine {
        names = List.copyOf(names);
    }

    /** Whether any level was measured. */
    public boolean hasLevels() {
        return Arrays.stream(traits.profile()).anyMatch(level -> !Double.isNaN(level));
    }

    /** What to call it in a message: its CCLE id without the tissue where it has one, else the first of its names. */
    public String name() {
        return names.stream()
                .filter(name -> name.indexOf('_') > 0)
                .map(name -> name.substring(0, name.indexOf('_')))
                .filter(names::contains)
                .findFirst()
                .orElseGet(() -> names.isEmpty() ? key : names.get(0));
    }
}
