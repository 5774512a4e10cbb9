package org.fenton.catalog.seed;

import java.util.Collection;
import java.util.Collections;
import java.util.TreeSet;

/** The keys of one kind of row, for other rows to refer to. */
public final class Keys {
    private final String kind;
    private final TreeSet<String> keys = new TreeSet<>();

    public Keys(String kind) {
        this.kind = kind;
    }

    /** False when {@code key} was there already. */
    public boolean add(String key) {
        return keys.add(key);
    }

    public boolean contains(String key) {
        return keys.contains(key);
    }

    public Collection<String> all() {
        return Collections.unmodifiableSet(keys);
    }

    public String kind() {
        return kind;
    }
}
