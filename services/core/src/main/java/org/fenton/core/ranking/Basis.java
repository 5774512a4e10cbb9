package org.fenton.core.ranking;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a term's value rests on. Put into words only when asked, since most terms of a ranking are never read. For one thread. */
public final class Basis {
    private final Supplier<Words> find;
    private @Nullable Words words;

    /** Ids of catalog rows, studies or the model bundle, and a comment. */
    record Words(List<String> sources, String comment) {
        Words {
            sources = List.copyOf(sources);
        }
    }

    Basis(Supplier<Words> find) {
        this.find = find;
    }

    private Words words() {
        if (words == null) {
            words = find.get();
        }
        return words;
    }

    public List<String> sources() {
        return words().sources;
    }

    public String comment() {
        return words().comment;
    }
}
