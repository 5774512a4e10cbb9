package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.DiseaseContext;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.Listing;
import org.fenton.core.mechanism.Arc;
import org.fenton.core.mechanism.CaseScopes;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.mechanism.ScopeMatch;
import org.fenton.core.tumour.Goal;
import org.fenton.core.tumour.TumourCase;

/** Plain sentences from templates; each names the catalog rows or studies that it rests on. */
final class Narrative {
    private static final int MOST_PATHS = 3;
    private static final int MOST_STUDIES = 2;
    /** Weaker opposing paths stand in the answer's mechanism, but are not worth a sentence. */
    private static final double WORTH_SAYING = 0.05;

    private final Knowledge knowledge;
    private final TumourCase tumourCase;
    private final CaseScopes scopes;
    private final SparedCells spared;
    /** A path of a drug is one of each of its pairs. */
    private final Map<EffectPath, String> sentences = new IdentityHashMap<>();

    Narrative(Knowledge knowledge, TumourCase tumourCase, CaseScopes scopes) {
        this.knowledge = knowledge;
        this.tumourCase = tumourCase;
        this.scopes = scopes;
        this.spared = new SparedCells(knowledge, tumourCase);
    }

    /** What the case is understood to be: contexts that apply and resistance mechanisms that fit. */
    List<String> notes(Collection<ResistanceLink.Fit> fits) {
        List<String> notes = new ArrayList<>();
        for (DiseaseContext context : knowledge.contexts()) {
            if (scopes.match(Set.of(context.scope()), knowledge) == ScopeMatch.EXACT) {
                notes.add("Context " + context.id() + " " + context.disease() + ": JAK inhibition "
                        + context.verdictText()
                        + (context.conflict().isEmpty() ? "" : ". Conflict: " + context.conflict())
                        + bracket(context.id(), new TreeSet<>(context.studies())));
            }
        }
        for (ResistanceLink.Fit fit : fits) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Resistance %s: %s; markers that agree %d, disagree %d%s",
                    fit.row().id(),
                    fit.row().mechanism(),
                    fit.agree(),
                    fit.disagree(),
                    bracket(fit.row().id(), new TreeSet<>(fit.row().studies()))));
        }
        if (tumourCase.failedDrug().isPresent() && fits.isEmpty()) {
            notes.add("No recorded resistance mechanism names "
                    + tumourCase.failedDrug().get() + " or its class.");
        }
        return notes;
    }

    List<String> reasons(FerroptosisEffect effect, List<ResistanceLink.Link> links, List<KnownEvidence.Hit> hits) {
        List<String> reasons = new ArrayList<>();
        List<EffectPath> paths =
                worthSaying(tumourCase.goal().sign() > 0 ? effect.promotingPaths() : effect.inhibitingPaths());
        paths.stream().limit(1).forEach(path -> reasons.add(sentence(path)));
        for (ResistanceLink.Link link : links) {
            reasons.add("Fits resistance " + link.fit().row().id() + " ("
                    + link.fit().row().mechanism() + ") through " + link.through()
                    + bracket(
                            link.fit().row().id(),
                            new TreeSet<>(link.fit().row().studies())));
        }
        hits.stream().filter(hit -> hit.direction() > 0).forEach(hit -> reasons.add(tested(hit)));
        paths.stream().skip(1).forEach(path -> reasons.add(sentence(path)));
        return reasons;
    }

    /** @param silent drugs of the pair that have no answer of their own in this case */
    List<String> against(
            Combination combination, List<String> silent, FerroptosisEffect effect, List<KnownEvidence.Hit> hits) {
        List<String> against = new ArrayList<>();
        silent.forEach(id -> against.add(knowledge.drug(id).name()
                + " adds nothing that can be traced in this case: its paths are too weak or its arm is not active"));
        boolean wantsMore = tumourCase.goal().sign() > 0;
        worthSaying(wantsMore ? effect.inhibitingPaths() : effect.promotingPaths())
                .forEach(path -> against.add(sentence(path)));
        hits.stream().filter(hit -> hit.direction() < 0).forEach(hit -> against.add(tested(hit)));
        spared.harms(combination)
                .forEach(harm -> against.add(harm.drug().name() + " in "
                        + harm.context().disease() + ", to be spared ("
                        + harm.context().id() + "): "
                        + sentence(harm.path(), Goal.FERROPTOSIS)));
        for (String id : combination.drugs()) {
            Drug drug = knowledge.drug(id);
            for (Listing listing : drug.listings()) {
                if (!listing.caveat().isEmpty()) {
                    against.add(drug.name() + ": " + listing.caveat() + " [" + listing.row() + "]");
                }
            }
            if (drug.reachable() == Drug.Reachable.NO) {
                against.add(drug.name() + ": the concentration that acts is not reached in plasma"
                        + (drug.texts().containsKey("exposure")
                                ? " (" + drug.texts().get("exposure") + ")"
                                : ""));
            }
        }
        return against;
    }

    private String sentence(EffectPath path) {
        return sentences.computeIfAbsent(
                path, said -> sentence(said, tumourCase.goal().process()));
    }

    private static String sentence(EffectPath path, String process) {
        String match =
                switch (path.match()) {
                    case EXACT -> "seen in this disease";
                    case GENERAL -> "general";
                    case EXTRAPOLATED -> "seen in other tumours only";
                    case NONE -> "not applicable";
                };
        return (path.direction() > 0 ? "Promotes " : "Inhibits ") + process + ": " + path.text() + " (strength "
                + TwoPlaces.of(path.strength()) + "; " + match + "; " + path.activityBasis()
                + (path.arcs().stream().anyMatch(Arc::mediated) ? "; step marked * is inferred" : "")
                + ")" + bracket(String.join(", ", path.edges()), path.studies());
    }

    private static String tested(KnownEvidence.Hit hit) {
        return String.format(
                Locale.ROOT,
                "Tested (%s, %s): %s in %s%s",
                hit.row().id(),
                hit.row().level().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                hit.row().outcomeText(),
                hit.row().modelText(),
                bracket(hit.row().id(), new TreeSet<>(hit.row().studies())));
    }

    private static String bracket(String rows, Set<String> studies) {
        if (studies.isEmpty()) {
            return " [" + rows + "]";
        }
        List<String> shown = studies.stream().limit(MOST_STUDIES).toList();
        String more = studies.size() > MOST_STUDIES ? " and " + (studies.size() - MOST_STUDIES) + " more" : "";
        return " [" + rows + "; " + String.join(", ", shown) + more + "]";
    }

    private static List<EffectPath> worthSaying(List<EffectPath> paths) {
        return paths.stream()
                .filter(path -> path.strength() >= WORTH_SAYING)
                .limit(MOST_PATHS)
                .toList();
    }
}
