package org.fenton.learning.pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fenton.learning.interaction.HeadAnswer;
import org.fenton.learning.interaction.Place;
import org.jspecify.annotations.Nullable;

/** Answers one row, the same in both orders of its drugs. Safe for use by many threads. */
final class PairAnswering {
    private final PairHeads heads;

    PairAnswering(PairHeads heads) {
        this.heads = heads;
    }

    PairAnswer answer(AskedDrug a, AskedDrug b, AskedLine line) {
        List<AskedDrug.Trouble> troubles = new ArrayList<>();
        trouble(a).ifPresent(troubles::add);
        trouble(b).ifPresent(troubles::add);
        if (troubles.isEmpty()) {
            same(a, b).ifPresent(troubles::add);
        }
        if (line.place().isEmpty()) {
            troubles.add(new AskedDrug.Trouble(Why.UNKNOWN_LINE, line.trouble()));
        }
        return troubles.isEmpty() ? ask(a, b, line, line.place().get()) : refusal(troubles);
    }

    private static PairAnswer refusal(List<AskedDrug.Trouble> troubles) {
        return PairAnswer.none(
                troubles.get(0).why(),
                String.join(
                        "; ",
                        troubles.stream()
                                .map(AskedDrug.Trouble::reason)
                                .distinct()
                                .toList()));
    }

    private Optional<AskedDrug.Trouble> trouble(AskedDrug drug) {
        if (drug.trouble().isPresent() || !drug.goneBy().isEmpty()) {
            return drug.trouble();
        }
        boolean seen = heads.byColumn().values().stream().allMatch(drug::knownTo);
        return seen
                ? Optional.empty()
                : Optional.of(new AskedDrug.Trouble(
                        Why.NOTHING_KNOWN,
                        "nothing is known of " + drug.name()
                                + " that a model could go by: no structure, target or mechanism"));
    }

    /** Two stereoisomers that training took for one drug are one drug here. */
    private Optional<AskedDrug.Trouble> same(AskedDrug a, AskedDrug b) {
        if (a.identity().equals(b.identity())) {
            return Optional.of(new AskedDrug.Trouble(
                    Why.SAME_DRUG,
                    a.name().equals(b.name())
                            ? "the same drug twice: " + a.name()
                            : "the same drug twice: " + a.name() + " and " + b.name()));
        }
        boolean one = heads.byColumn().values().stream()
                .anyMatch(head -> a.forHead(head).key().equals(b.forHead(head).key()));
        return one
                ? Optional.of(new AskedDrug.Trouble(
                        Why.SAME_DRUG, "the models take " + a.name() + " and " + b.name() + " for one drug"))
                : Optional.empty();
    }

    private PairAnswer ask(AskedDrug a, AskedDrug b, AskedLine line, Place place) {
        HeadAnswer synergy = ask(heads.synergy(), a, b, place);
        HeadAnswer benefit = heads.benefit().map(head -> ask(head, a, b, place)).orElse(null);
        boolean lineSeen = synergy.lineSeen() && (benefit == null || benefit.lineSeen());
        if (!lineSeen && !line.levels()) {
            return PairAnswer.none(Why.NO_FEATURES, "line " + line.name() + " has no features and was not in training");
        }
        List<String> notes = new ArrayList<>();
        Optional<Why> why = tooFar(synergy, benefit, notes);
        Stream.of(a.note(), b.note(), newDrug(a), newDrug(b), line.note(), newLine(line, synergy, benefit))
                .filter(note -> !note.isEmpty())
                .distinct()
                .forEach(notes::add);
        return new PairAnswer(
                benefit == null ? Double.NaN : benefit.probability(),
                synergy.probability(),
                synergy.expectedScore(),
                synergy.lower(),
                synergy.upper(),
                synergy.distance(),
                why,
                String.join("; ", notes));
    }

    /** In one order of the drugs, so that no rounding tells the orders apart. */
    private static HeadAnswer ask(PairAnswers head, AskedDrug a, AskedDrug b, Place place) {
        boolean inOrder = a.identity().compareTo(b.identity()) <= 0;
        return head.answer((inOrder ? a : b).forHead(head), (inOrder ? b : a).forHead(head), place);
    }

    private static Optional<Why> tooFar(HeadAnswer synergy, @Nullable HeadAnswer benefit, List<String> notes) {
        List<String> columns = new ArrayList<>();
        if (benefit != null && benefit.beyondReach()) {
            columns.add("p_benefit");
        }
        if (synergy.beyondReach()) {
            columns.add("p_synergy");
        }
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        notes.add("too far from the training data of " + String.join(" and ", columns));
        return Optional.of(Why.BEYOND_REACH);
    }

    private String newDrug(AskedDrug drug) {
        Map<String, PairAnswers> all = heads.byColumn();
        List<String> unseen = all.entrySet().stream()
                .filter(head -> !drug.knownTo(head.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (unseen.isEmpty()) {
            return "";
        }
        String where = unseen.size() == all.size() ? "" : " of " + String.join(" and ", unseen);
        return drug.name() + " was not in training" + where + ": predicted from its " + drug.goneBy();
    }

    private static String newLine(AskedLine line, HeadAnswer synergy, @Nullable HeadAnswer benefit) {
        boolean seen = synergy.lineSeen() && (benefit == null || benefit.lineSeen());
        if (seen) {
            return line.levels()
                    ? ""
                    : "line " + line.name() + " has no measured levels: predicted from its own rows in training";
        }
        boolean everywhere = !synergy.lineSeen() && (benefit == null || !benefit.lineSeen());
        String where = everywhere ? "" : synergy.lineSeen() ? " of p_benefit" : " of p_synergy";
        return "line " + line.name() + " was not in training" + where + ": predicted from its levels"
                + (line.place().flatMap(p -> p.traits().tissue()).isPresent() ? " and tissue" : "");
    }
}
