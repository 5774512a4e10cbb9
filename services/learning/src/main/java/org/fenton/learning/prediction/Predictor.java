package org.fenton.learning.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.features.DrugDescription;
import org.fenton.learning.structure.StructureReader;
import org.fenton.learning.training.LearnedHead;
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
            predictions.add(predict(new Scene(state, view, vector), candidate));
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
    private record Scene(CaseState state, StateView view, double[] vector) {}

    private Prediction predict(Scene scene, Candidate candidate) {
        if (candidate.drugs().size() == 1) {
            return Prediction.abstained(candidate.id(), distance(candidate), List.of(Note.SINGLE_AGENT));
        }
        if (candidate.drugs().size() != 2) {
            throw new IllegalArgumentException("candidate " + candidate.id() + " has "
                    + candidate.drugs().size() + " drugs; a candidate is one drug or two");
        }
        DrugDescription a = describe(candidate.drugs().get(0));
        DrugDescription b = describe(candidate.drugs().get(1));
        OptionalDouble distance = bundle.novelty().distance(a, b);
        if (distance.isEmpty()) {
            return Prediction.abstained(candidate.id(), distance, List.of(Note.STRUCTURE_UNKNOWN));
        }
        if (distance.getAsDouble() > bundle.document().abstention().aboveDistance()) {
            return Prediction.abstained(candidate.id(), distance, List.of(Note.UNLIKE_TRAINING));
        }
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

    private OptionalDouble distance(Candidate candidate) {
        return bundle.novelty().distance(describe(candidate.drugs().get(0)));
    }

    private DrugDescription describe(Candidate.Drug drug) {
        return new DrugDescription(drug.smiles().map(structures::read), drug.targets());
    }
}
