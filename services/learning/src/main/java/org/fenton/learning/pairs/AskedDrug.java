package org.fenton.learning.pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fenton.learning.interaction.Subject;
import org.fenton.learning.kernel.DrugTraits;
import org.fenton.learning.names.DrugMatch;
import org.fenton.learning.names.DrugNames;
import org.fenton.learning.names.KnownDrug;

/**
 * A drug of the pairs file, as each head is asked about it.
 *
 * @param identity equal for what is one drug
 * @param keys by which a head may know it, the likeliest first
 * @param note how it was recognised where that needs saying, else empty
 * @param trouble why it cannot be asked about; empty where it can
 */
record AskedDrug(
        String name, String identity, List<String> keys, DrugTraits traits, String note, Optional<Trouble> trouble) {
    /** A reason to answer nothing. */
    record Trouble(Why why, String reason) {}

    static AskedDrug of(String written, DrugNames names) {
        DrugMatch match = names.find(written);
        if (match instanceof DrugMatch.Known known) {
            return known(known.drug(), known.note(), names);
        }
        if (match instanceof DrugMatch.Drawn drawn) {
            return drawn(written, drawn);
        }
        return new AskedDrug(
                written,
                written,
                List.of(),
                DrugTraits.unknown(),
                "",
                Optional.of(new Trouble(
                        Why.UNKNOWN_DRUG,
                        match instanceof DrugMatch.Several several
                                ? "'" + written + "' is a name of " + String.join(" and of ", several.names())
                                        + ": write which"
                                : "unknown drug '" + written + "'"
                                        + meant(((DrugMatch.Unknown) match).suggestions()))));
    }

    static String meant(List<String> suggestions) {
        return suggestions.isEmpty() ? "" : " (did you mean " + String.join(" or ", suggestions) + "?)";
    }

    private static AskedDrug known(KnownDrug drug, String note, DrugNames names) {
        return new AskedDrug(drug.name(), drug.key(), names.keys(drug), drug.traits(), note, Optional.empty());
    }

    private static AskedDrug drawn(String written, DrugMatch.Drawn drawn) {
        List<String> names = drawn.alike().stream().map(KnownDrug::name).toList();
        return new AskedDrug(
                "'" + written + "'",
                "skeleton:" + drawn.skeleton(),
                drawn.alike().stream().map(KnownDrug::key).toList(),
                new DrugTraits(
                        Optional.of(drawn.structure()),
                        shared(drawn.alike(), DrugTraits::targets),
                        shared(drawn.alike(), DrugTraits::classes)),
                names.isEmpty() ? "" : "without stereochemistry the SMILES is that of " + String.join(" and ", names),
                Optional.empty());
    }

    /** What all stereoisomers that state any have in common: the SMILES does not say which of them it is. */
    private static Optional<Set<String>> shared(
            List<KnownDrug> drugs, Function<DrugTraits, Optional<Set<String>>> trait) {
        return drugs.stream()
                .flatMap(drug -> trait.apply(drug.traits()).stream())
                .reduce((a, b) -> a.stream().filter(b::contains).collect(Collectors.toSet()))
                .filter(common -> !common.isEmpty());
    }

    /** The drug as a head knows it, else as a new one. */
    Subject forHead(PairAnswers head) {
        String key = keys.stream().filter(head::knowsDrug).findFirst().orElse("new:" + identity);
        return new Subject(key, traits);
    }

    boolean knownTo(PairAnswers head) {
        return keys.stream().anyMatch(head::knowsDrug);
    }

    /** What a model that has not seen it goes by: {@code its structure, targets and mechanism}; empty for nothing. */
    String goneBy() {
        List<String> known = new ArrayList<>();
        traits.structure().ifPresent(s -> known.add("structure"));
        traits.targets().ifPresent(t -> known.add("targets"));
        traits.classes().ifPresent(c -> known.add("mechanism"));
        return switch (known.size()) {
            case 0 -> "";
            case 1 -> known.get(0);
            default -> String.join(", ", known.subList(0, known.size() - 1)) + " and " + known.get(known.size() - 1);
        };
    }
}
