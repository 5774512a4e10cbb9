package org.fenton.core.signs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.fenton.core.knowledge.CloseNames;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.Scope;
import org.fenton.core.pathway.Scale;
import org.fenton.core.tumour.Activity;
import org.fenton.core.tumour.Goal;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.Patient;
import org.fenton.core.tumour.TumourCase;

/** Makes a case from the short cells of the suite's file. */
final class CaseCells {
    private static final String GENE = "gene ";

    private final Knowledge knowledge;

    /**
     * @param disease an OncoTree code or a tissue scope
     * @param state {@code STAT3=4; gene SLC7A11=2}: CollecTRI activities, and expression where marked
     * @param patient {@code immunotherapy concurrent; medication NAME; history KEY; organ KEY; genotype GENE PHENOTYPE}
     */
    record Cells(String disease, String goal, String state, String lost, String patient) {}

    CaseCells(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    static List<String> values(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split(";", -1)).map(String::strip).toList();
    }

    TumourCase tumourCase(Cells cells) {
        boolean tumour = knowledge.tumour(cells.disease).isPresent();
        if (!tumour) {
            requireTissue(cells.disease);
        }
        String label = cells.disease
                + (cells.state.isEmpty() ? "" : ", " + cells.state)
                + (cells.lost.isEmpty() ? "" : ", lost " + cells.lost)
                + (cells.patient.isEmpty() ? "" : ", " + cells.patient);
        return new TumourCase(
                label,
                SignCaseReader.word("goal", cells.goal, Goal.values(), Goal::name),
                tumour ? Optional.of(cells.disease) : Optional.empty(),
                tumour ? Optional.empty() : Optional.of(cells.disease),
                Optional.empty(),
                values(cells.lost).stream()
                        .map(gene -> new TumourCase.Alteration(gene, TumourCase.AlterationEffect.LOSS))
                        .toList(),
                patient(values(cells.patient)),
                state(values(cells.state)));
    }

    private void requireTissue(String id) {
        Scope scope = knowledge.scope(id);
        if (scope == null || scope.kind() != Scope.Kind.TISSUE) {
            List<String> tissues = knowledge.scopes().stream()
                    .filter(known -> known.kind() == Scope.Kind.TISSUE)
                    .map(Scope::id)
                    .toList();
            throw new IllegalArgumentException(
                    "[disease] '" + id + "' is neither an OncoTree code nor a tissue; close: "
                            + String.join(", ", CloseNames.of(id, tissues)));
        }
    }

    private static PathwayState state(List<String> values) {
        List<Activity> activities = new ArrayList<>();
        Map<String, Double> genes = new TreeMap<>();
        for (String value : values) {
            String[] sides = value.split("=", -1);
            if (sides.length != 2) {
                throw new IllegalArgumentException("[state] '" + value + "' is not NAME=NUMBER");
            }
            double score = Double.parseDouble(sides[1].strip());
            String name = sides[0].strip();
            if (name.startsWith(GENE)) {
                genes.put(name.substring(GENE.length()), score);
            } else {
                activities.add(new Activity(
                        "collectri", name, score, OptionalDouble.empty(), OptionalInt.empty(), OptionalInt.empty()));
            }
        }
        return values.isEmpty() ? PathwayState.UNKNOWN : new PathwayState(Scale.ZSCORE, activities, genes);
    }

    private static Patient patient(List<String> values) {
        List<String> medications = new ArrayList<>();
        List<String> history = new ArrayList<>();
        List<String> organs = new ArrayList<>();
        List<Patient.Genotype> genotypes = new ArrayList<>();
        Optional<Patient.Immunotherapy> immunotherapy = Optional.empty();
        for (String value : values) {
            String[] words = value.split(" ", 2);
            String rest = words.length == 1 ? "" : words[1];
            switch (words[0]) {
                case "immunotherapy" ->
                    immunotherapy = Optional.of(
                            SignCaseReader.word("patient", rest.toUpperCase(Locale.ROOT), Patient.Immunotherapy.class));
                case "medication" -> medications.add(rest);
                case "history" -> history.add(rest);
                case "organ" -> organs.add(rest);
                case "genotype" -> genotypes.add(genotype(rest));
                default ->
                    throw new IllegalArgumentException("[patient] '" + value
                            + "' starts with none of immunotherapy medication history organ genotype");
            }
        }
        return new Patient(
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(medications),
                immunotherapy,
                List.of(),
                Optional.of(history),
                Optional.of(organs),
                genotypes);
    }

    private static Patient.Genotype genotype(String text) {
        String[] words = text.split(" ", -1);
        if (words.length != 2) {
            throw new IllegalArgumentException("[patient] 'genotype " + text + "' is not genotype GENE PHENOTYPE");
        }
        return new Patient.Genotype(words[0], words[1]);
    }
}
