package org.fenton.core.tumour;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Clinical facts that safety rules ask for. An empty optional means "not given", which is not the same as an empty
 * list ("none").
 */
public record Patient(
        OptionalDouble ageYears,
        Optional<Boolean> pregnant,
        Optional<Boolean> lactating,
        Optional<List<String>> medications,
        Optional<Immunotherapy> immunotherapy,
        List<Lab> labs,
        Optional<List<String>> history,
        Optional<List<String>> organs,
        List<Genotype> genotypes) {
    public static final Patient NOTHING_GIVEN = new Patient(
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    public enum Immunotherapy {
        NONE,
        CONCURRENT,
        PRIOR
    }

    /** A laboratory value with its UCUM unit. */
    public record Lab(String name, double value, String unit) {}

    /** A pharmacogene and the phenotype that was called, for example {@code CYP2C9 poor-metaboliser}. */
    public record Genotype(String gene, String phenotype) {}

    public Patient {
        medications = medications.map(List::copyOf);
        labs = List.copyOf(labs);
        history = history.map(List::copyOf);
        organs = organs.map(List::copyOf);
        genotypes = List.copyOf(genotypes);
    }
}
