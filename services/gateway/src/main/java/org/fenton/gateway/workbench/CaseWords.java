package org.fenton.gateway.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.tumour.Patient;
import org.fenton.core.tumour.TumourCase;
import org.fenton.gateway.workbench.Understanding.Fact;

/** A case in words: what was given and as what it was understood. */
final class CaseWords {
    private final TumourCase tumourCase;
    private final Knowledge knowledge;
    private final Patient patient;

    CaseWords(TumourCase tumourCase, Knowledge knowledge) {
        this.tumourCase = tumourCase;
        this.knowledge = knowledge;
        this.patient = tumourCase.patient();
    }

    static String scale(String key) {
        return switch (key) {
            case "contrast" -> "contrast: resistant minus parental; above 0 is more in the resistant cells";
            case "zscore" -> "z-score: standard deviations from a reference";
            default -> "log2 expression, standardised against the bundle's reference panel";
        };
    }

    String disease() {
        return tumourCase
                .oncotree()
                .map(code -> knowledge
                        .tumour(code)
                        .map(tumour -> tumour.name() + " (" + code + ")")
                        .orElse(code))
                .or(() -> tumourCase.tissueScope().map(id -> {
                    var scope = knowledge.scope(id);
                    return scope == null ? id : scope.name();
                }))
                .orElse("");
    }

    String goal() {
        return tumourCase.goal().words();
    }

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(tumourCase.oncotree().isPresent() ? "Tumour" : "Tissue", disease()));
        facts.add(new Fact("Goal", goal()));
        tumourCase.failedDrug().ifPresent(drug -> facts.add(failed(drug)));
        patient.medications().ifPresent(list -> facts.add(medications(list)));
        if (patient.ageYears().isPresent()) {
            facts.add(new Fact("Age", Numbers.significant(patient.ageYears().getAsDouble()) + " years"));
        }
        patient.pregnant().ifPresent(yes -> facts.add(new Fact("Pregnant", yes ? "yes" : "no")));
        patient.lactating().ifPresent(yes -> facts.add(new Fact("Lactating", yes ? "yes" : "no")));
        patient.immunotherapy().ifPresent(when -> facts.add(new Fact("Immunotherapy", lower(when.name()))));
        if (!patient.labs().isEmpty()) {
            facts.add(new Fact(
                    "Laboratory",
                    patient.labs().stream()
                            .map(lab -> FormOptions.title(lab.name()) + " " + Numbers.significant(lab.value()) + " "
                                    + FormOptions.written(lab.unit()))
                            .collect(Collectors.joining("; "))));
        }
        patient.history().ifPresent(list -> facts.add(new Fact("History", listed(list))));
        patient.organs().ifPresent(list -> facts.add(new Fact("Organ state", listed(list))));
        list(
                facts,
                "Alterations",
                tumourCase.alterations().stream()
                        .map(each -> each.gene() + " " + lower(each.effect().name()))
                        .toList());
        list(
                facts,
                "Pharmacogenes",
                patient.genotypes().stream()
                        .map(each -> each.gene() + " " + each.phenotype())
                        .toList());
        return facts;
    }

    private static void list(List<Fact> facts, String name, List<String> values) {
        if (!values.isEmpty()) {
            facts.add(new Fact(name, String.join("; ", values)));
        }
    }

    private Fact failed(String drug) {
        String as = knowledge.findDrug(drug).map(Drug::name).orElse("");
        String kept = tumourCase.keepsFailedDrug() ? ", goes on as the backbone" : "";
        return as.isEmpty()
                ? new Fact("Failed drug", drug + kept, "known by its resistance mechanisms only, not as a drug")
                : new Fact("Failed drug", (as.equalsIgnoreCase(drug) ? as : drug + ", read as " + as) + kept);
    }

    private Fact medications(List<String> list) {
        List<String> unknown = list.stream().filter(this::isUnknown).toList();
        return new Fact(
                "Medication",
                list.isEmpty() ? "none" : list.stream().map(this::understood).collect(Collectors.joining("; ")),
                unknown.isEmpty()
                        ? ""
                        : String.join(", ", unknown) + ": not known here, so no interaction with it can be found");
    }

    private boolean isUnknown(String medicine) {
        return knowledge.findDrug(medicine).isEmpty()
                && knowledge.interactionClassesOf(medicine).isEmpty();
    }

    private String understood(String medicine) {
        Set<String> classes = knowledge.interactionClassesOf(medicine);
        return classes.isEmpty() ? medicine : medicine + " (" + String.join(", ", classes) + ")";
    }

    /** What rules may ask for; unknown is not the same as none. */
    List<String> notGiven() {
        List<String> missing = new ArrayList<>();
        add(missing, patient.medications().isEmpty(), "medication");
        add(missing, patient.labs().isEmpty(), "laboratory values");
        add(missing, patient.ageYears().isEmpty(), "age");
        add(missing, patient.pregnant().isEmpty(), "pregnancy");
        add(missing, patient.history().isEmpty(), "history");
        add(missing, patient.organs().isEmpty(), "organ state");
        add(missing, patient.immunotherapy().isEmpty(), "immunotherapy");
        add(missing, patient.genotypes().isEmpty(), "pharmacogenes");
        add(missing, tumourCase.failedDrug().isEmpty(), "the drug that failed");
        return missing;
    }

    List<String> warnings() {
        boolean nothing = tumourCase.state().activities().isEmpty()
                && tumourCase.state().genes().isEmpty();
        return nothing
                ? List.of("No activity and no gene was given: the ranking rests on the disease and the drugs alone.")
                : List.of();
    }

    private static void add(List<String> missing, boolean isMissing, String name) {
        if (isMissing) {
            missing.add(name);
        }
    }

    private static String listed(List<String> keys) {
        return keys.isEmpty() ? "none" : keys.stream().map(CaseWords::words).collect(Collectors.joining("; "));
    }

    static String words(String key) {
        return key.replace('-', ' ');
    }

    private static String lower(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
