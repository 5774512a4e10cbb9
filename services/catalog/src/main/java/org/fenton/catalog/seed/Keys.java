package org.fenton.catalog.seed;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The keys of one kind of row, for other rows to refer to. */
public final class Keys {
    private final String kind;
    private final TreeSet<String> keys = new TreeSet<>();
    private final Set<String> stored;

    public Keys(String kind) {
        this(kind, Set.of());
    }

    /** With the keys the database holds already: rows may refer to them, and may be given again. */
    public Keys(String kind, Set<String> stored) {
        this.kind = kind;
        this.stored = stored;
    }

    /** False when {@code key} was added already. */
    public boolean add(String key) {
        return keys.add(key);
    }

    public boolean contains(String key) {
        return keys.contains(key) || stored.contains(key);
    }

    public Collection<String> all() {
        return Stream.concat(keys.stream(), stored.stream()).distinct().toList();
    }

    public String kind() {
        return kind;
    }
}
