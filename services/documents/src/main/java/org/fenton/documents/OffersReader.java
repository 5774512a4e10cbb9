package org.fenton.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fenton.core.knowledge.Listing;
import org.fenton.core.ranking.Offers;
import org.fenton.core.tumour.Goal;

/** Reads the groups of drugs of a policy, and what it offers of them for each goal. */
final class OffersReader {
    private final Strict document;
    private final Map<String, Offers.Group> groups = new TreeMap<>();

    OffersReader(Strict document) {
        this.document = document;
    }

    Offers read() {
        Map<Goal, Offers.Offer> byGoal = new EnumMap<>(Goal.class);
        for (Goal goal : Goal.values()) {
            byGoal.put(goal, new Offers.Offer(List.of(), List.of()));
        }
        if (!document.has("groups") || !document.has("offers")) {
            document.problem(document.has("groups") ? "/offers" : "/groups", "is missing", "");
            return new Offers(byGoal);
        }
        Strict given = document.object("groups");
        given.raw().properties().forEach(member -> groups.put(member.getKey(), group(member.getKey(), given)));
        Strict offers = document.object("offers");
        offers.allow(Goal.INDUCE.name(), Goal.INHIBIT.name());
        for (Goal goal : Goal.values()) {
            byGoal.put(goal, offer(offers, goal));
        }
        return new Offers(byGoal);
    }

    private static Offers.Group group(String key, Strict groups) {
        Strict group = groups.object(key);
        group.allow("words", "listed", "classes");
        List<String> classes = group.texts("classes").orElse(List.of());
        Optional<Listing.Kind> listed = group.constant("listed", Listing.Kind.class);
        if (classes.isEmpty() && !group.has("listed")) {
            group.problem("", "names no drugs", "listed or classes");
        }
        return new Offers.Group(key, group.required("words"), listed, new HashSet<>(classes));
    }

    private Offers.Offer offer(Strict offers, Goal goal) {
        Strict offer = offers.object(goal.name());
        offer.allow("alone", "pairs");
        List<Offers.Group> alone = new ArrayList<>();
        for (String key : offer.texts("alone").orElse(List.of())) {
            named(offer, "/alone", key).ifPresent(alone::add);
        }
        List<Offers.Pairing> pairs = new ArrayList<>();
        for (JsonNode pair : offer.raw().path("pairs")) {
            if (pair.size() != 2) {
                offer.problem("/pairs", "a pair is two groups", "");
                continue;
            }
            Optional<Offers.Group> a = named(offer, "/pairs", pair.path(0).asText());
            Optional<Offers.Group> b = named(offer, "/pairs", pair.path(1).asText());
            if (a.isPresent() && b.isPresent()) {
                pairs.add(new Offers.Pairing(a.get(), b.get()));
            }
        }
        return new Offers.Offer(alone, pairs);
    }

    private Optional<Offers.Group> named(Strict offer, String place, String key) {
        if (!groups.containsKey(key)) {
            offer.problem(place, "'" + key + "' is no group of this policy", String.join(", ", groups.keySet()));
        }
        return Optional.ofNullable(groups.get(key));
    }
}
