package org.fenton.learning.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.features.DrugDescription;
import org.fenton.learning.structure.StructureReader;
import org.fenton.learning.training.LearnedHead;
import org.fenton.learning.training.Novelty;
import org.fenton.learning.training.StateView;
import org.jspecify.annotations.Nullable;

/**
 * Scores many candidates of one case with one bundle.
 *
 * <p>The features of the case are written once and a drug's fingerprint is read once. The order of a candidate's two drugs does
 * not matter. Safe for use by many threads.
 */
public final class Predictor {
    /** Far above the drugs of a release; callers may name any, and memory is bounded. */
    private static final int MOST_DRUGS = 4096;

    private final ModelBundle bundle;
    private final Map<Candidate.Drug, Known> drugs = new ConcurrentHashMap<>();
    private final StructureReader structures = new StructureReader();

    public Predictor(ModelBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * One prediction a candidate, in the order given.
     *
     * @throws IllegalArgumentException when a candidate has no or more than two drugs, or a SMILES cannot be read
     */
    public List<Prediction> predict(CaseState state, List<Candidate> candidates) {
        List<Asked> asked = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            asked.add(new Asked(
                    candidate.id(), candidate.drugs().stream().map(this::known).toList()));
        }
        return answers(state, asked);
    }

    /**
     * The same for pairs of a list of drugs, each drug looked up once.
     *
     * @param pairs places of two drugs each; a prediction's id is the ids of both joined by {@code +}, in that order
     */
    public List<Prediction> predict(CaseState state, List<Candidate.Drug> drugs, int[][] pairs) {
        List<Known> known = drugs.stream().map(this::known).toList();
        List<Asked> asked = new ArrayList<>(pairs.length);
        for (int[] pair : pairs) {
            String id = drugs.get(pair[0]).id() + "+" + drugs.get(pair[1]).id();
            asked.add(new Asked(id, List.of(known.get(pair[0]), known.get(pair[1]))));
        }
        return answers(state, asked);
    }

    private List<Prediction> answers(CaseState state, List<Asked> candidates) {
        double[] vector = bundle.features().stateOnly(state.state());
        List<Answerable> answerable = new ArrayList<>();
        Prediction[] predictions = new Prediction[candidates.size()];
        for (int i = 0; i < predictions.length; i++) {
            Asked asked = candidates.get(i);
            Prediction silent = abstention(asked);
            if (silent == null) {
                answerable.add(new Answerable(i, asked.drugs.get(0), asked.drugs.get(1)));
            } else {
                predictions[i] = silent;
            }
        }
        double[] raw = bundle.model()
                .forCase(vector, bundle.features().stateFeatures())
                .probabilities(answerable.size(), vector, (row, into) -> {
                    Answerable pair = answerable.get(row);
                    bundle.features()
                            .addPair(into, pair.a().description(), pair.b().description());
                });
        List<Note> ofCase = state.notes();
        List<Note> targetsUnknown = new ArrayList<>(ofCase);
        targetsUnknown.add(Note.TARGETS_UNKNOWN);
        List<Note> withTargetsUnknown = List.copyOf(targetsUnknown);
        LearnedHead.Calibrated calibrated = bundle.document().views().get(StateView.of(state.state()));
        for (int row = 0; row < raw.length; row++) {
            Answerable pair = answerable.get(row);
            predictions[pair.place()] = answer(
                    candidates.get(pair.place()).id(),
                    pair,
                    calibrated,
                    raw[row],
                    pair.targetsKnown() ? ofCase : withTargetsUnknown);
        }
        return List.of(predictions);
    }

    /**
     * Reads a structure ahead of a call, so that an error can be told at its place.
     *
     * @throws IllegalArgumentException when CDK cannot read {@code smiles}
     */
    public void requireReadable(String smiles) {
        structures.read(smiles);
    }

    /** A drug is described and measured against the training drugs once, however many pairs and calls it is in. */
    private record Known(DrugDescription description, OptionalDouble distance) {}

    /** A candidate by the caller's own name, with what is known of its drugs. */
    private record Asked(String id, List<Known> drugs) {}

    /** A pair that gets a probability, and its place in the answer. */
    private record Answerable(int place, Known a, Known b) {
        boolean targetsKnown() {
            return a.description().targets().isPresent()
                    && b.description().targets().isPresent();
        }

        OptionalDouble distance() {
            return Novelty.ofPair(a.distance(), b.distance());
        }
    }

    private @Nullable Prediction abstention(Asked candidate) {
        List<Known> drugs = candidate.drugs;
        if (drugs.size() == 1) {
            return Prediction.abstained(candidate.id(), drugs.get(0).distance(), List.of(Note.SINGLE_AGENT));
        }
        if (drugs.size() != 2) {
            throw new IllegalArgumentException(
                    "candidate " + candidate.id() + " has " + drugs.size() + " drugs; a candidate is one drug or two");
        }
        OptionalDouble distance =
                Novelty.ofPair(drugs.get(0).distance(), drugs.get(1).distance());
        if (distance.isEmpty()) {
            return Prediction.abstained(candidate.id(), distance, List.of(Note.STRUCTURE_UNKNOWN));
        }
        if (distance.getAsDouble() > bundle.document().abstention().aboveDistance()) {
            return Prediction.abstained(candidate.id(), distance, List.of(Note.UNLIKE_TRAINING));
        }
        return null;
    }

    private static Prediction answer(
            String id, Answerable pair, LearnedHead.Calibrated calibrated, double raw, List<Note> notes) {
        double probability = calibrated.calibration().apply(raw);
        return new Prediction(
                id,
                OptionalDouble.of(probability),
                OptionalDouble.of(calibrated.interval().lower(probability)),
                OptionalDouble.of(calibrated.interval().upper(probability)),
                pair.distance(),
                notes);
    }

    private Known known(Candidate.Drug drug) {
        if (drugs.size() > MOST_DRUGS) {
            drugs.clear();
        }
        return drugs.computeIfAbsent(drug, this::know);
    }

    private Known know(Candidate.Drug drug) {
        DrugDescription description = new DrugDescription(drug.smiles().map(structures::read), drug.targets());
        return new Known(description, bundle.novelty().distance(description));
    }
}
