package org.fenton.gateway.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenton.core.id.Combination;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Ranking;
import org.fenton.gateway.ranking.Question;

/** Where candidates stood before something was changed, so that a moved slider costs one ranking and not two. */
@ApplicationScoped
class PlacesBefore {
    private static final int MOST = 8;

    private final Map<String, Map<Combination, WhatIfView.Place>> byId = new LinkedHashMap<>(MOST, 0.75f, true);

    Map<Combination, WhatIfView.Place> of(String id, Question before) {
        synchronized (byId) {
            Map<Combination, WhatIfView.Place> known = byId.get(id);
            if (known != null) {
                return known;
            }
        }
        Map<Combination, WhatIfView.Place> places = places(before.rank());
        synchronized (byId) {
            byId.put(id, places);
            if (byId.size() > MOST) {
                byId.remove(byId.keySet().iterator().next());
            }
        }
        return places;
    }

    private static Map<Combination, WhatIfView.Place> places(Ranking ranking) {
        Map<Combination, WhatIfView.Place> places = new HashMap<>();
        for (ListKey key : ListKey.values()) {
            List<RankedCandidate> list = key.of(ranking);
            list.forEach(each -> places.put(each.combination(), new WhatIfView.Place(key, each.rank())));
        }
        return places;
    }
}
