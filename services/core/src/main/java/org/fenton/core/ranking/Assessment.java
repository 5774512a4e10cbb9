package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.List;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.DiseaseContext;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.mechanism.CaseScopes;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.mechanism.Propagation;
import org.fenton.core.safety.Finding;
import org.fenton.core.safety.SafetyCheck;
import org.fenton.core.safety.SafetyRules;
import org.fenton.core.tumour.TumourCase;

/**
 * What mechanism, recorded tests and safety rules say of one combination in one case, read as {@link Ranker} reads them,
 * also for drugs that are never offered.
 *
 * @param tests recorded tests that bear on it, in row order
 * @param findings safety rules that fire or wait for a fact
 * @param leftOut why it would not be ranked; empty when it would
 * @param contexts disease contexts that the case is in
 * @param harmedCells contexts of cells to be spared in which a drug of it raises ferroptosis
 */
public record Assessment(
        FerroptosisEffect effect,
        Outlook outlook,
        List<KnownEvidence.Hit> tests,
        List<Finding> findings,
        List<LeftOut> leftOut,
        List<DiseaseContext> contexts,
        List<DiseaseContext> harmedCells) {
    public Assessment {
        contexts = List.copyOf(contexts);
        harmedCells = List.copyOf(harmedCells);
        tests = List.copyOf(tests);
        findings = List.copyOf(findings);
        leftOut = List.copyOf(leftOut);
    }

    /** @throws IllegalArgumentException when the release does not hold a drug of the combination */
    public static Assessment of(Knowledge knowledge, TumourCase tumourCase, Combination combination) {
        Propagation propagation = new Propagation(knowledge, tumourCase);
        List<FerroptosisEffect> effects = combination.drugs().stream()
                .map(id -> propagation.effectTowards(tumourCase.goal(), knowledge.drug(id)))
                .toList();
        FerroptosisEffect effect = DrugEffects.together(effects.get(0), combination.isPair() ? effects.get(1) : null);
        CaseScopes scopes = CaseScopes.of(tumourCase, knowledge);
        List<KnownEvidence.Hit> tests = new KnownEvidence(knowledge, scopes, tumourCase).of(combination);
        List<Finding> findings = new SafetyCheck(SafetyRules.of(knowledge), tumourCase.patient(), tumourCase.backbone())
                .findings(combination);
        List<LeftOut> leftOut = new ArrayList<>();
        for (String id : combination.drugs()) {
            Drug drug = knowledge.drug(id);
            if (!drug.patientUse().allowed()) {
                leftOut.add(LeftOut.notForPatients(drug));
            }
        }
        findings.stream()
                .filter(finding -> finding.fired() && finding.rule().action() == SafetyRule.Action.STOP)
                .forEach(finding -> leftOut.add(LeftOut.stopped(combination, finding)));
        Outlook outlook =
                Outlook.of(tumourCase.goal(), effect.strength(), tests).within(tumourCase.goal(), knowledge, scopes);
        List<DiseaseContext> harmed = new SparedCells(knowledge, tumourCase)
                .harms(combination).stream()
                        .map(SparedCells.Harm::context)
                        .distinct()
                        .toList();
        return new Assessment(effect, outlook, tests, findings, leftOut, scopes.contexts(knowledge), harmed);
    }
}
