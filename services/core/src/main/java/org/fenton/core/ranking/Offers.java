package org.fenton.core.ranking;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.Listing;
import org.fenton.core.tumour.Goal;

/** Which drugs a policy offers for a goal, alone and with which others: data, so that a class of drugs needs no code. */
public record Offers(Map<Goal, Offer> byGoal) {
    /**
     * A group of drugs.
     *
     * @param words what one of it is, for a sentence: {@code a ferroptosis inducer}
     * @param listed the curated list whose drugs are in it
     * @param classes drugs of these classes, or of classes below them, are in it too
     */
    public record Group(String key, String words, Optional<Listing.Kind> listed, Set<String> classes) {
        public Group {
            classes = Set.copyOf(classes);
        }

        boolean holds(Drug drug, Knowledge knowledge) {
            return listed.filter(drug::isListed).isPresent()
                    || !classes.isEmpty() && knowledge.classesOf(drug).stream().anyMatch(classes::contains);
        }
    }

    /** One of {@code a} with one of {@code b}. */
    public record Pairing(Group a, Group b) {}

    /** Single agents and pairs of one goal. */
    public record Offer(List<Group> alone, List<Pairing> pairs) {
        public Offer {
            alone = List.copyOf(alone);
            pairs = List.copyOf(pairs);
        }

        /** Whether a drug may be part of anything that is offered. */
        boolean holds(Drug drug, Knowledge knowledge) {
            return alone.stream().anyMatch(group -> group.holds(drug, knowledge))
                    || pairs.stream().anyMatch(pair -> pair.a.holds(drug, knowledge) || pair.b.holds(drug, knowledge));
        }

        /** Whether these drugs are offered as they stand: alone, or as such a pair. */
        boolean holds(Combination combination, Knowledge knowledge) {
            Drug first = knowledge.drug(combination.first());
            if (!combination.isPair()) {
                return alone.stream().anyMatch(group -> group.holds(first, knowledge));
            }
            Drug second = knowledge.drug(combination.second());
            return pairs.stream()
                    .anyMatch(pair -> pair.a.holds(first, knowledge) && pair.b.holds(second, knowledge)
                            || pair.b.holds(first, knowledge) && pair.a.holds(second, knowledge));
        }

        /** What would have to be one of a pair: {@code a JAK/STAT agent with a ferroptosis inducer}. */
        String pairsInWords() {
            return String.join(
                    " or ",
                    pairs.stream()
                            .map(pair -> pair.a.words + " with " + pair.b.words)
                            .toList());
        }

        /** {@code a JAK/STAT agent or a ferroptosis inducer}. */
        String aloneInWords() {
            return String.join(" or ", alone.stream().map(Group::words).toList());
        }

        /** Every single agent and pair that these drugs make, in order. */
        List<Combination> combinations(Collection<Drug> usable, Knowledge knowledge) {
            Set<Combination> all = new HashSet<>();
            alone.forEach(group -> of(group, usable, knowledge).forEach(drug -> all.add(Combination.single(drug))));
            for (Pairing pair : pairs) {
                Set<String> partners = of(pair.b, usable, knowledge);
                for (String drug : of(pair.a, usable, knowledge)) {
                    partners.stream()
                            .filter(partner -> !partner.equals(drug))
                            .forEach(partner -> all.add(Combination.of(drug, partner)));
                }
            }
            return all.stream().sorted().toList();
        }

        private static Set<String> of(Group group, Collection<Drug> usable, Knowledge knowledge) {
            Set<String> ids = new TreeSet<>();
            usable.stream().filter(drug -> group.holds(drug, knowledge)).forEach(drug -> ids.add(drug.id()));
            return ids;
        }
    }

    /** @throws IllegalArgumentException when a goal of every policy is left out */
    public Offers {
        for (Goal goal : Goal.values()) {
            if (!byGoal.containsKey(goal)) {
                throw new IllegalArgumentException("offers has nothing for " + goal);
            }
        }
        byGoal = Collections.unmodifiableMap(new LinkedHashMap<>(byGoal));
    }

    /** @throws IllegalArgumentException when the policy does not know the goal */
    Offer of(Goal goal) {
        Offer offer = byGoal.get(goal);
        if (offer == null) {
            throw new IllegalArgumentException("the policy offers nothing for the goal " + goal);
        }
        return offer;
    }
}
