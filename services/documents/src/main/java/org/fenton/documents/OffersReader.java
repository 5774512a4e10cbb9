package org.fenton.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fenton.core.knowledge.Listing;
import org.fenton.core.ranking.Offers;
import org.fenton.core.tumour.Goal;

/** Reads the groups of drugs of a policy, its goals, and what it offers of the groups for each goal. */
final class OffersReader {
    private final Strict document;
    private final Map<String, Offers.Group> groups = new TreeMap<>();

    OffersReader(Strict document) {
        this.document = document;
    }

    Offers read() {
        List<Goal> goals = new ArrayList<>(Goal.values());
        if (document.has("goals")) {
            Strict own = document.object("goals");
            own.raw().properties().forEach(member -> goal(member.getKey(), own).ifPresent(goals::add));
        }
        Map<Goal, Offers.Offer> byGoal = new LinkedHashMap<>();
        for (Goal goal : goals) {
            byGoal.put(goal, new Offers.Offer(List.of(), List.of()));
        }
        if (!document.has("groups") || !document.has("offers")) {
            document.problem(document.has("groups") ? "/offers" : "/groups", "is missing", "");
            return new Offers(byGoal);
        }
        Strict given = document.object("groups");
        given.raw().properties().forEach(member -> groups.put(member.getKey(), group(member.getKey(), given)));
        Strict offers = document.object("offers");
        offers.allow(goals.stream().map(Goal::name).toArray(String[]::new));
        for (Goal goal : goals) {
            byGoal.put(goal, offer(offers, goal));
        }
        return new Offers(byGoal);
    }

    private enum Wants {
        MORE,
        LESS
    }

    private static Optional<Goal> goal(String name, Strict goals) {
        boolean taken = Goal.values().stream().anyMatch(goal -> goal.name().equals(name));
        if (taken || !name.matches("[A-Z][A-Z0-9_]*")) {
            goals.problem(
                    "/" + Strict.escaped(name),
                    taken ? "is a goal of every policy" : "a name of capitals, digits and _ is expected",
                    "");
            return Optional.empty();
        }
        Strict goal = goals.object(name);
        goal.allow("process", "wants", "where", "words");
        goal.required("wants");
        goal.required("where");
        String process = goal.required("process");
        String words = goal.required("words");
        Optional<Wants> wants = goal.constant("wants", Wants.class);
        return goal.constant("where", Goal.Where.class)
                .flatMap(where ->
                        wants.map(which -> new Goal(name, process, which == Wants.MORE ? 1 : -1, where, words)));
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
        if (!offers.has(goal.name())) {
            offers.problem("/" + goal, "is missing", "\"alone\" and \"pairs\", either may be empty");
            return new Offers.Offer(List.of(), List.of());
        }
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
