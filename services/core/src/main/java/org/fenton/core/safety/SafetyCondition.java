package org.fenton.core.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fenton.core.tumour.LabUnits;
import org.fenton.core.tumour.Patient;

/** A condition of a safety rule, in disjunctive form: any clause, each clause all of its atoms. See docs/data.md. */
public record SafetyCondition(List<List<Atom>> clauses) {
    /** One question about the patient or the combination. */
    public sealed interface Atom {
        record Always() implements Atom {}

        record Never() implements Atom {}

        record Lab(String name, Comparison comparison, double value, String unit) implements Atom {}

        record Age(Comparison comparison, double years) implements Atom {}

        record Pregnant() implements Atom {}

        record Lactating() implements Atom {}

        record History(String key) implements Atom {}

        record Organ(String key) implements Atom {}

        record Genotype(String gene, String phenotype) implements Atom {}

        record Medication(String key) implements Atom {}

        record Partner(String key) implements Atom {}

        record Immunotherapy(Patient.Immunotherapy timing) implements Atom {}

        record Started() implements Atom {}
    }

    public enum Comparison {
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String symbol;

        Comparison(String symbol) {
            this.symbol = symbol;
        }

        boolean holds(double left, double right) {
            return switch (this) {
                case LESS -> left < right;
                case AT_MOST -> left <= right;
                case MORE -> left > right;
                case AT_LEAST -> left >= right;
            };
        }

        static Comparison parse(String symbol) {
            return Arrays.stream(values())
                    .filter(comparison -> comparison.symbol.equals(symbol))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'" + symbol + "' is none of < <= > >="));
        }
    }

    public SafetyCondition {
        clauses = clauses.stream().map(List::copyOf).toList();
    }

    /** @throws IllegalArgumentException naming the atom that does not parse and what would */
    public static SafetyCondition parse(String text) {
        List<List<Atom>> clauses = new ArrayList<>();
        for (String clause : text.split(" \\| ", -1)) {
            List<Atom> atoms = new ArrayList<>();
            for (String atom : clause.split(" & ", -1)) {
                atoms.add(atom(atom.strip()));
            }
            clauses.add(atoms);
        }
        return new SafetyCondition(clauses);
    }

    private static Atom atom(String text) {
        String[] words = text.split("\\s+");
        try {
            return switch (words[0]) {
                case "always" -> only(words, 1, new Atom.Always());
                case "never" -> only(words, 1, new Atom.Never());
                case "pregnant" -> only(words, 1, new Atom.Pregnant());
                case "lactating" -> only(words, 1, new Atom.Lactating());
                case "started" -> only(words, 1, new Atom.Started());
                case "lab" -> only(words, 5, lab(words));
                case "age" -> only(words, 3, new Atom.Age(Comparison.parse(words[1]), Double.parseDouble(words[2])));
                case "history" -> only(words, 2, new Atom.History(words[1]));
                case "organ" -> only(words, 2, new Atom.Organ(words[1]));
                case "genotype" -> only(words, 3, new Atom.Genotype(words[1], words[2]));
                case "medication" -> only(words, 2, new Atom.Medication(words[1]));
                case "partner" -> only(words, 2, new Atom.Partner(words[1]));
                case "immunotherapy" ->
                    only(
                            words,
                            2,
                            new Atom.Immunotherapy(Patient.Immunotherapy.valueOf(words[1].toUpperCase(Locale.ROOT))));
                default -> throw new IllegalArgumentException("unknown atom '" + words[0] + "'");
            };
        } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException problem) {
            throw new IllegalArgumentException(
                    "condition atom '" + text + "' does not parse (" + problem.getMessage() + "); see docs/data.md",
                    problem);
        }
    }

    private static Atom lab(String[] words) {
        String unit = LabUnits.unitOf(words[1])
                .orElseThrow(() -> new IllegalArgumentException("unknown lab '" + words[1] + "'"));
        if (!unit.equals(words[4])) {
            throw new IllegalArgumentException(words[1] + " is given in " + unit + ", not " + words[4]);
        }
        return new Atom.Lab(words[1], Comparison.parse(words[2]), Double.parseDouble(words[3]), words[4]);
    }

    private static Atom only(String[] words, int count, Atom atom) {
        if (words.length != count) {
            throw new IllegalArgumentException("expected " + count + " words, found " + words.length);
        }
        return atom;
    }
}
