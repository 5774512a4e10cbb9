package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.Listing;
import org.fenton.core.tumour.TumourCase;

/**
 * Where any drug or pair of the catalog stands in a ranking: in a list, or not ranked and every reason why.
 *
 * @param candidate present when it was ranked
 * @param list the candidates it was ranked among, in order; empty when it was not ranked
 * @param reasons why it was not ranked; empty when it was
 */
public record Standing(
        Combination combination,
        Optional<RankedCandidate> candidate,
        List<RankedCandidate> list,
        List<LeftOut> reasons) {
    public Standing {
        reasons = List.copyOf(reasons);
    }

    /** @throws IllegalArgumentException when the release does not hold a drug of the combination */
    public static Standing of(Knowledge knowledge, TumourCase tumourCase, Ranking ranking, Combination combination) {
        for (List<RankedCandidate> list : lists(ranking)) {
            for (RankedCandidate candidate : list) {
                if (candidate.combination().equals(combination)) {
                    return new Standing(combination, Optional.of(candidate), list, List.of());
                }
            }
        }
        return new Standing(
                combination, Optional.empty(), List.of(), reasons(knowledge, tumourCase, ranking, combination));
    }

    /** Every list of a ranking: lanes in order, then conflicted, expected harm, no answer. */
    public static List<List<RankedCandidate>> lists(Ranking ranking) {
        return Stream.concat(
                        ranking.favourable().values().stream(),
                        Stream.of(ranking.conflicted(), ranking.expectedHarm(), ranking.noAnswer()))
                .toList();
    }

    private static List<LeftOut> reasons(
            Knowledge knowledge, TumourCase tumourCase, Ranking ranking, Combination combination) {
        List<LeftOut> reasons = new ArrayList<>();
        String failed = tumourCase
                .failedDrug()
                .flatMap(knowledge::findDrug)
                .map(Drug::id)
                .orElse("");
        for (String id : combination.drugs()) {
            Drug drug = knowledge.drug(id);
            if (!drug.patientUse().allowed()) {
                reasons.add(LeftOut.notForPatients(drug));
            }
            if (id.equals(failed)) {
                reasons.add(LeftOut.failed(drug));
            }
        }
        ranking.leftOut().stream()
                .filter(entry -> entry.combination().equals(combination.toString())
                        && entry.code().equals("SAFETY_STOP"))
                .forEach(reasons::add);
        reasons.addAll(roles(knowledge, tumourCase, ranking.policy().offers(), combination));
        return reasons;
    }

    /** A candidate is what the policy offers for the goal. */
    private static List<LeftOut> roles(
            Knowledge knowledge, TumourCase tumourCase, Offers offers, Combination combination) {
        Offers.Offer offer = offers.of(tumourCase.goal());
        List<LeftOut> reasons = new ArrayList<>();
        for (String id : combination.drugs()) {
            Drug drug = knowledge.drug(id);
            if (offer.holds(drug, knowledge)) {
                continue;
            }
            List<Listing> listings = drug.listings();
            reasons.add(
                    listings.isEmpty()
                            ? new LeftOut(
                                    id,
                                    "NOT_LISTED",
                                    drug.name() + " is on no list and is not " + offer.aloneInWords(),
                                    id)
                            : new LeftOut(
                                    id,
                                    "OTHER_GOAL",
                                    drug.name() + " is listed as "
                                            + words(listings.get(0).kind()) + "; this case asks for "
                                            + offer.aloneInWords(),
                                    listings.get(0).row()));
        }
        if (reasons.isEmpty() && !offer.holds(combination, knowledge)) {
            reasons.add(new LeftOut(
                    combination.toString(),
                    "SAME_KIND",
                    "a pair is " + offer.pairsInWords() + "; these two are not",
                    "candidates"));
        }
        return reasons;
    }

    private static String words(Listing.Kind kind) {
        return switch (kind) {
            case JAK_STAT -> "a JAK/STAT agent";
            case FERROPTOSIS_INDUCER -> "a ferroptosis inducer";
            case FERROPTOSIS_INHIBITOR -> "a ferroptosis inhibitor";
            case BACKBONE -> "a drug that tumours grow resistant to";
        };
    }
}
