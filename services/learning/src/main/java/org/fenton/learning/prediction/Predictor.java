package org.fenton.learning.prediction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.features.DrugDescription;
import org.fenton.learning.structure.StructureReader;
import org.fenton.learning.training.LearnedHead;
import org.fenton.learning.training.Novelty;
import org.fenton.learning.training.StateView;

/**
 * Scores many candidates of one case with one bundle.
 *
 * <p>The features of the case are written once and a drug's fingerprint is read once. The order of a candidate's two drugs does
 * not matter. Safe for use by many threads.
 */
public final class Predictor {
    private final ModelBundle bundle;
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
        StateView view = StateView.of(state.state());
        double[] vector = bundle.features().stateOnly(state.state());
        List<Prediction> predictions = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            predictions.add(predict(new Scene(state, view, vector, new HashMap<>()), candidate));
        }
        return predictions;
    }

    /**
     * Reads a structure ahead of a call, so that an error can be told at its place.
     *
     * @throws IllegalArgumentException when CDK cannot read {@code smiles}
     */
    public void requireReadable(String smiles) {
        structures.read(smiles);
    }

    /** What all candidates of a call share; the drug part of the vector is overwritten for each. */
    private record Scene(CaseState state, StateView view, double[] vector, Map<Candidate.Drug, Known> drugs) {}

    /** A drug is described and measured against the training drugs once a call, however many pairs it is in. */
    private record Known(DrugDescription description, OptionalDouble distance) {}

    private Prediction predict(Scene scene, Candidate candidate) {
        List<Known> drugs = candidate.drugs().stream()
                .map(drug -> scene.drugs().computeIfAbsent(drug, this::know))
                .toList();
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
        DrugDescription a = drugs.get(0).description();
        DrugDescription b = drugs.get(1).description();
        bundle.features().addPair(scene.vector(), a, b);
        LearnedHead.Calibrated calibrated = bundle.document().views().get(scene.view());
        double probability = calibrated.calibration().apply(bundle.model().probability(scene.vector()));
        List<Note> notes = new ArrayList<>(scene.state().notes());
        if (a.targets().isEmpty() || b.targets().isEmpty()) {
            notes.add(Note.TARGETS_UNKNOWN);
        }
        return new Prediction(
                candidate.id(),
                OptionalDouble.of(probability),
                OptionalDouble.of(calibrated.interval().lower(probability)),
                OptionalDouble.of(calibrated.interval().upper(probability)),
                distance,
                notes);
    }

    private Known know(Candidate.Drug drug) {
        DrugDescription description = new DrugDescription(drug.smiles().map(structures::read), drug.targets());
        return new Known(description, bundle.novelty().distance(description));
    }
}
