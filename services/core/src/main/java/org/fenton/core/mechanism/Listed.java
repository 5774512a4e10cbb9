package org.fenton.core.mechanism;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.DrugTarget;
import org.fenton.core.knowledge.Edge;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.Listing;

/**
 * What the curated lists say a drug does to ferroptosis, without saying how.
 *
 * <p>An inducer's listing with <i>n</i> distinct studies supports ¼·<i>n</i>/(<i>n</i>+1), an inhibitor's 0.6 (radical traps and
 * chelators act in every cell). A drug that
 * acts on JAK, STAT or their cytokines has no effect of its own on ferroptosis: what a list says of it holds where that
 * paper was made, that is where the case's disease context or an edge of its scopes rests on the same paper, and nowhere
 * else; nor where the tumour has lost all that it acts on. Contested listings count half.
 */
final class Listed {
    private static final double INDUCER = 0.25;
    private static final double INHIBITOR = 0.6;

    private final Set<String> studiesHere = new HashSet<>();
    private final Set<String> receptors = new HashSet<>();
    private final Losses losses;

    Listed(Knowledge knowledge, CaseScopes scopes, Losses losses) {
        this.losses = losses;
        for (Edge edge : knowledge.edges()) {
            if (scopes.match(edge.scopes(), knowledge) == ScopeMatch.EXACT) {
                studiesHere.addAll(edge.studies());
            }
        }
        scopes.contexts(knowledge).forEach(context -> studiesHere.addAll(context.studies()));
        for (Set<String> members : knowledge.complexMembers().values()) {
            if (members.stream().anyMatch(member -> Cytokine.of(member).isPresent())) {
                receptors.addAll(members);
            }
        }
    }

    List<EffectPath> paths(Drug drug) {
        List<String> onThePathway = drug.targets().stream()
                .filter(target -> target.directness() == DrugTarget.Directness.DIRECT && !target.contested())
                .map(DrugTarget::node)
                .filter(this::isSignalling)
                .toList();
        boolean silenced = !onThePathway.isEmpty() && onThePathway.stream().allMatch(losses::isLost);
        List<EffectPath> paths = new ArrayList<>();
        for (Listing listing : drug.listings()) {
            boolean here = listing.studies().stream().anyMatch(studiesHere::contains);
            if (silenced || !(here || onThePathway.isEmpty())) {
                continue;
            }
            ScopeMatch match = here ? ScopeMatch.EXACT : ScopeMatch.GENERAL;
            if (listing.kind() == Listing.Kind.FERROPTOSIS_INDUCER) {
                paths.add(path(drug, listing, 1, match));
            }
            if (listing.kind() == Listing.Kind.FERROPTOSIS_INHIBITOR) {
                paths.add(path(drug, listing, -1, match));
            }
        }
        return paths;
    }

    private boolean isSignalling(String node) {
        return Cytokine.isKinase(node)
                || Cytokine.isFactor(node)
                || Cytokine.of(node).isPresent()
                || receptors.contains(node);
    }

    private static EffectPath path(Drug drug, Listing listing, int direction, ScopeMatch match) {
        int studies = Math.max(1, new HashSet<>(listing.studies()).size());
        double support = direction > 0 ? INDUCER * studies / (studies + 1.0) : INHIBITOR;
        Arc arc = new Arc(
                drug.id(),
                MechanismGraph.FERROPTOSIS,
                direction,
                match,
                support,
                Set.of(listing.row()),
                new HashSet<>(listing.studies()),
                Arc.Origin.LISTED,
                "");
        DrugTarget self = new DrugTarget(
                drug.id(),
                DrugTarget.Effect.ACTIVATE,
                DrugTarget.Directness.DIRECT,
                listing.state() == Listing.State.CONTESTED,
                OptionalDouble.empty(),
                "curated list",
                listing.row());
        double factor = self.contested() ? 0.5 : 1;
        return new EffectPath(
                self, List.of(arc), drug.id(), direction, factor, 1, "listed, mechanism not traced", factor * support);
    }
}
