package org.fenton.gateway.workbench;

import java.util.List;
import java.util.TreeSet;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.Scope;
import org.fenton.core.knowledge.Tumour;
import org.fenton.core.ranking.Ranker;
import org.fenton.core.safety.SafetyCondition;
import org.fenton.core.safety.SafetyCondition.Atom;
import org.fenton.core.tumour.Goal;
import org.fenton.core.tumour.LabUnits;

/** What a release and a policy let a form offer. */
public record FormOptions(
        List<Tumour> tumours,
        List<Scope> tissues,
        List<String> drugs,
        List<Lab> labs,
        List<String> histories,
        List<String> organs,
        List<String> pathways,
        List<Goal> goals) {
    /** A laboratory value with its unit as people write it and as UCUM. */
    public record Lab(String name, String title, String unit, String written) {
        public String field() {
            return "lab." + name;
        }
    }

    /** @param ranker of the release and the policy that new rankings are made under */
    static FormOptions of(Ranker ranker) {
        Knowledge knowledge = ranker.knowledge();
        List<Atom> atoms = knowledge.rules().stream()
                .flatMap(rule -> SafetyCondition.parse(rule.condition()).clauses().stream())
                .flatMap(List::stream)
                .toList();
        return new FormOptions(
                new TreeSet<>(knowledge.tumourCodes())
                        .stream()
                                .map(code -> knowledge.tumour(code).orElseThrow())
                                .toList(),
                knowledge.scopes().stream()
                        .filter(scope -> scope.kind() == Scope.Kind.TISSUE)
                        .filter(scope -> !scope.id().equals(Scope.ANY_TISSUE))
                        .toList(),
                drugs(knowledge),
                LabUnits.names().stream()
                        .map(FormOptions::lab)
                        .sorted(java.util.Comparator.comparing(Lab::title))
                        .toList(),
                atoms.stream()
                        .filter(Atom.History.class::isInstance)
                        .map(atom -> ((Atom.History) atom).key())
                        .distinct()
                        .sorted()
                        .toList(),
                atoms.stream()
                        .filter(Atom.Organ.class::isInstance)
                        .map(atom -> ((Atom.Organ) atom).key())
                        .distinct()
                        .sorted()
                        .toList(),
                StateForm.pathways(),
                ranker.policy().goals());
    }

    /** Names of drugs, in order. */
    static List<String> drugs(Knowledge knowledge) {
        return knowledge.drugs().stream()
                .map(Drug::name)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    static Lab lab(String name) {
        String unit = LabUnits.unitOf(name).orElseThrow();
        return new Lab(name, title(name), unit, written(unit));
    }

    /** The name of a laboratory value as clinicians write it. */
    static String title(String name) {
        return switch (name) {
            case "alt", "ast" -> name.toUpperCase(java.util.Locale.ROOT);
            case "crcl" -> "Creatinine clearance";
            case "egfr" -> "eGFR";
            case "qtc" -> "QTc";
            case "tsat" -> "Transferrin saturation";
            default -> name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
        };
    }

    static String written(String ucum) {
        return switch (ucum) {
            case "10*9/L" -> "10⁹/L";
            case "mL/min/{1.73_m2}" -> "mL/min/1.73 m²";
            case "[ULN]" -> "× upper limit";
            case "ug/L" -> "µg/L";
            default -> ucum;
        };
    }
}
