package org.fenton.core.ranking;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a term's value rests on: ids of catalog rows, studies or the model bundle, and a comment in words. Put into words
 * only when asked, since most candidates of a ranking are never shown. For one thread.
 */
public final class Basis {
    private final Supplier<List<String>> findSources;
    private final Supplier<String> findComment;
    private @Nullable List<String> sources;
    private @Nullable String comment;

    private Basis(Supplier<List<String>> findSources, Supplier<String> findComment) {
        this.findSources = findSources;
        this.findComment = findComment;
    }

    static Basis of(List<String> sources, String comment) {
        return new Basis(() -> List.copyOf(sources), () -> comment);
    }

    /** A comment without sources. */
    static Basis comment(Supplier<String> comment) {
        return new Basis(List::of, comment);
    }

    static Basis later(Supplier<List<String>> sources, Supplier<String> comment) {
        return new Basis(() -> List.copyOf(sources.get()), comment);
    }

    public List<String> sources() {
        if (sources == null) {
            sources = findSources.get();
        }
        return sources;
    }

    public String comment() {
        if (comment == null) {
            comment = findComment.get();
        }
        return comment;
    }
}
