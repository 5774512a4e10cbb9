package org.fenton.catalog.release;

import java.util.List;
import java.util.Map;

/**
 * The differences of two releases.
 *
 * @param counts changes by type, then by what happened
 * @param complete false when there are more changes than listed; ask for application/x-ndjson, which has no end but the last
 */
public record DiffView(
        String before,
        String after,
        Map<String, Map<ReleaseChange.Kind, Long>> counts,
        boolean complete,
        List<ReleaseChange> changes) {}
