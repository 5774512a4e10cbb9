package org.fenton.core.mechanism;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fenton.core.knowledge.DiseaseContext;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.Scope;
import org.fenton.core.tumour.Patient;
import org.fenton.core.tumour.TumourCase;

/**
 * The scopes that a case belongs to: its disease (with all OncoTree ancestors) and the states it is in.
 *
 * @param exact scope ids that fit the case
 * @param tumour whether relations seen in other tumours may be extrapolated to it
 */
public record CaseScopes(Set<String> exact, boolean tumour) {
    public CaseScopes {
        exact = Collections.unmodifiableSet(new TreeSet<>(exact));
    }

    /**
     * States are read from the case: concurrent immunotherapy gives {@code immunotherapy}, a loss of JAK1 or JAK2 gives
     * {@code ifn-blind}.
     */
    public static CaseScopes of(TumourCase tumourCase, Knowledge knowledge) {
        Set<String> exact = new TreeSet<>();
        tumourCase.tissueScope().ifPresent(exact::add);
        tumourCase.oncotree().ifPresent(code -> {
            Set<String> lineage = knowledge.withAncestors(code);
            for (DiseaseContext context : knowledge.contexts()) {
                if (context.oncotree().stream().anyMatch(lineage::contains)) {
                    exact.add(context.scope());
                }
            }
            for (Scope scope : knowledge.scopes()) {
                if (scope.oncotree().stream().anyMatch(lineage::contains)) {
                    exact.add(scope.id());
                }
            }
        });
        if (tumourCase
                .patient()
                .immunotherapy()
                .filter(Patient.Immunotherapy.CONCURRENT::equals)
                .isPresent()) {
            exact.add("immunotherapy");
        }
        if (tumourCase.hasLost("JAK1") || tumourCase.hasLost("JAK2")) {
            exact.add("ifn-blind");
        }
        return new CaseScopes(exact, tumourCase.oncotree().isPresent());
    }

    /** The disease contexts that the case is in, in id order. */
    public List<DiseaseContext> contexts(Knowledge knowledge) {
        return knowledge.contexts().stream()
                .filter(context -> exact.contains(context.scope()))
                .toList();
    }

    public ScopeMatch match(Set<String> scopes, Knowledge knowledge) {
        if (scopes.stream().anyMatch(exact::contains)) {
            return ScopeMatch.EXACT;
        }
        if (scopes.contains(Scope.GENERAL) || scopes.contains(tumour ? Scope.ANY_TUMOUR : Scope.ANY_TISSUE)) {
            return ScopeMatch.GENERAL;
        }
        boolean seenInTumour = scopes.stream()
                .map(knowledge::scope)
                .anyMatch(scope -> scope != null && scope.kind() == Scope.Kind.TUMOUR);
        return tumour && seenInTumour ? ScopeMatch.EXTRAPOLATED : ScopeMatch.NONE;
    }
}
