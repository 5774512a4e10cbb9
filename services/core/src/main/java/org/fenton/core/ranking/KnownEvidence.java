package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.EvidenceLevel;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.KnownCombination;
import org.fenton.core.knowledge.Scope;
import org.fenton.core.mechanism.CaseScopes;
import org.fenton.core.mechanism.ScopeMatch;
import org.fenton.core.tumour.Goal;
import org.fenton.core.tumour.Patient;
import org.fenton.core.tumour.TumourCase;
import org.jspecify.annotations.Nullable;

/**
 * Tests of a candidate that the catalog records, each with how close it comes to the case. What the patient takes anyway
 * (medications; a checkpoint inhibitor under concurrent immunotherapy) may be the other agent of a test.
 */
public final class KnownEvidence {
    private static final String CHECKPOINT_INHIBITOR = "anti-pd1";

    private final Goal goal;
    private final Set<String> background = new HashSet<>();

    private final Map<String, List<Scored>> rowsByDrug = new HashMap<>();

    /** @param place of the row in id order */
    record Scored(int place, KnownCombination row, ScopeMatch match, boolean inThisDisease) {}

    /**
     * One recorded test that bears on a candidate.
     *
     * @param wholeCandidate the row tested the candidate itself (beside what the patient takes anyway); otherwise it tested
     *     one of its drugs with something else
     * @param inThisDisease it was made in the case's own disease, not only in a state that the case shares
     * @param direction +1 in favour of the goal, −1 against, 0 neither
     */
    public record Hit(
            KnownCombination row, ScopeMatch match, boolean inThisDisease, boolean wholeCandidate, int direction) {
        /** level × closeness × direction; half where only one drug of the candidate was part of the test. */
        double value() {
            return direction * level(row.level()) * closeness(match) * (wholeCandidate ? 1 : 0.5);
        }
    }

    KnownEvidence(Knowledge knowledge, CaseScopes scopes, TumourCase tumourCase) {
        this.goal = tumourCase.goal();
        addBackground(knowledge, tumourCase.patient());
        tumourCase
                .backbone()
                .forEach(kept -> knowledge.findDrug(kept).map(Drug::id).ifPresent(background::add));
        int place = 0;
        for (KnownCombination row : knowledge.combinations()) {
            ScopeMatch match = scopes.match(row.scopes(), knowledge);
            if (match != ScopeMatch.NONE) {
                index(new Scored(place, row, match, isOfDisease(row, scopes, knowledge)));
                place++;
            }
        }
    }

    private void index(Scored scored) {
        for (KnownCombination.Agent agent : scored.row.agents()) {
            for (String drug : agent.drugs()) {
                List<Scored> rows = rowsByDrug.computeIfAbsent(drug, key -> new ArrayList<>());
                if (rows.isEmpty() || rows.get(rows.size() - 1) != scored) {
                    rows.add(scored);
                }
            }
        }
    }

    private void addBackground(Knowledge knowledge, Patient patient) {
        for (String medicine : patient.medications().orElse(List.of())) {
            knowledge.findDrug(medicine).map(Drug::id).ifPresent(background::add);
        }
        if (patient.immunotherapy()
                .filter(Patient.Immunotherapy.CONCURRENT::equals)
                .isPresent()) {
            knowledge.drugs().stream()
                    .filter(drug -> knowledge.classesOf(drug).contains(CHECKPOINT_INHIBITOR))
                    .map(Drug::id)
                    .forEach(background::add);
        }
    }

    private static boolean isOfDisease(KnownCombination row, CaseScopes scopes, Knowledge knowledge) {
        return row.scopes().stream().filter(scopes.exact()::contains).anyMatch(id -> {
            Scope scope = knowledge.scope(id);
            return scope != null && scope.kind() != Scope.Kind.STATE;
        });
    }

    /** In id order: the rows of one drug or, merged, of both. */
    List<Hit> of(Combination combination) {
        return of(combination, rows(combination.first()), rows(combination.second()));
    }

    /** Tests that name the drug, in id order; none for null. */
    List<Scored> rows(@Nullable String drug) {
        return rowsByDrug.getOrDefault(drug, List.of());
    }

    /** The same from the rows of its drugs. */
    List<Hit> of(Combination combination, List<Scored> first, List<Scored> second) {
        if (first.isEmpty() && second.isEmpty()) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < first.size() || j < second.size()) {
            int place = Math.min(placeAt(first, i), placeAt(second, j));
            boolean ofFirst = placeAt(first, i) == place;
            boolean ofSecond = placeAt(second, j) == place;
            Scored scored = ofFirst ? first.get(i) : second.get(j);
            boolean everyDrug = ofFirst && (ofSecond || !combination.isPair());
            hit(scored, combination, everyDrug).ifPresent(hits::add);
            i += ofFirst ? 1 : 0;
            j += ofSecond ? 1 : 0;
        }
        return hits;
    }

    private static int placeAt(List<Scored> rows, int at) {
        return at < rows.size() ? rows.get(at).place : Integer.MAX_VALUE;
    }

    private Optional<Hit> hit(Scored scored, Combination combination, boolean everyDrug) {
        boolean whole = everyDrug && coversEveryAgent(scored.row, combination);
        int direction = direction(scored.row);
        // A favourable test with another partner says nothing for this candidate; a failed one is a warning.
        return whole || (direction < 0 && scored.match == ScopeMatch.EXACT)
                ? Optional.of(new Hit(scored.row, scored.match, scored.inThisDisease, whole, direction))
                : Optional.empty();
    }

    /** In a test of protection the first agent protects from the second, which nobody gives. */
    private boolean coversEveryAgent(KnownCombination row, Combination combination) {
        boolean protection = row.outcome() == KnownCombination.Outcome.PROTECTION;
        return row.agents().stream()
                .limit(protection ? 1 : row.agents().size())
                .allMatch(agent -> agent.drugs().stream()
                        .anyMatch(drug -> combination.contains(drug) || background.contains(drug)));
    }

    private int direction(KnownCombination row) {
        if (goal.where() == Goal.Where.TISSUE) {
            return row.outcome() == KnownCombination.Outcome.PROTECTION ? 1 : 0;
        }
        if (row.outcome().speaksAgainst()) {
            return -1;
        }
        return row.outcome().supportsTumourControl() ? 1 : 0;
    }

    private static double level(EvidenceLevel level) {
        return switch (level) {
            case CLINICAL -> 1;
            case IN_VIVO -> 0.7;
            case IN_VITRO -> 0.5;
            case DATABASE -> 0.4;
            case TEXTBOOK, REVIEW, INFERENCE -> 0.2;
        };
    }

    private static double closeness(ScopeMatch match) {
        return switch (match) {
            case EXACT -> 1;
            case GENERAL -> 0.6;
            case EXTRAPOLATED -> 0.2;
            case NONE -> 0;
        };
    }
}
