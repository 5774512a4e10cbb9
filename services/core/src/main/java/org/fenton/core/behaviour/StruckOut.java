package org.fenton.core.behaviour;

import java.util.List;
import java.util.Set;
import org.fenton.core.knowledge.DiseaseContext;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;

/** A release with some of its rows struck out, as if nobody had ever claimed them: edges, arms of contexts, listings. */
final class StruckOut {
    private StruckOut() {}

    static Knowledge of(Knowledge knowledge, Set<String> rows) {
        Knowledge.Parts parts = knowledge.parts();
        return new Knowledge(
                knowledge.releaseId(),
                new Knowledge.Parts(
                        parts.drugs().stream().map(drug -> without(drug, rows)).toList(),
                        parts.edges().stream()
                                .filter(edge -> !rows.contains(edge.id()))
                                .toList(),
                        parts.contexts().stream()
                                .map(context -> rows.contains(context.id()) ? withoutArms(context) : context)
                                .toList(),
                        parts.resistance(),
                        parts.combinations(),
                        parts.rules(),
                        parts.scopes(),
                        parts.tumours(),
                        parts.classParents(),
                        parts.interactionDrugs(),
                        parts.complexMembers()));
    }

    private static Drug without(Drug drug, Set<String> rows) {
        return drug.listings().stream().noneMatch(listing -> rows.contains(listing.row()))
                ? drug
                : new Drug(
                        drug.id(),
                        drug.name(),
                        drug.synonyms(),
                        drug.identifiers(),
                        drug.smiles(),
                        drug.approval(),
                        drug.patientUse(),
                        drug.classes(),
                        drug.listings().stream()
                                .filter(listing -> !rows.contains(listing.row()))
                                .toList(),
                        drug.targets(),
                        drug.reachable(),
                        drug.texts());
    }

    private static DiseaseContext withoutArms(DiseaseContext context) {
        return new DiseaseContext(
                context.id(),
                context.disease(),
                context.scope(),
                context.oncotree(),
                context.goal(),
                List.of(),
                context.broadJakInhibition(),
                context.verdict(),
                context.verdictText(),
                context.studies(),
                context.confidence(),
                context.conflict());
    }
}
