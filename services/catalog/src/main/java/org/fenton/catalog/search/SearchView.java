package org.fenton.catalog.search;

import java.util.List;
import java.util.Map;

/**
 * One page of what was found.
 *
 * @param snapshot the state that was searched; all pages are of it. Right after a large publication it may be the one before
 * @param total how many were found, or, where not complete, how many there are at least
 * @param complete whether everything that matches was counted and ranked; if not, items come in order of type and id
 * @param spelling what words that no document holds were read as
 * @param synonyms further names that words were looked up under
 * @param facets how many of the found there are by type, scope, level and direction; absent where not complete
 */
public record SearchView(
        String query,
        Snapshot snapshot,
        long total,
        boolean complete,
        boolean correctsSpelling,
        Map<String, List<String>> spelling,
        Map<String, List<String>> synonyms,
        Map<String, Map<String, Long>> facets,
        List<Item> items) {

    /** A publication and the release it made current. */
    public record Snapshot(int publication, String release) {}

    /**
     * One thing found.
     *
     * @param score orders the items of one answer; names met exactly count a million, the rest is PostgreSQL's ts_rank
     *     in millionths
     * @param address where it is
     */
    public record Item(String type, String id, String title, Long score, String address) {}
}
