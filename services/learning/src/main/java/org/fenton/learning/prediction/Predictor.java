package org.fenton.learning.prediction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.features.DrugDescription;
import org.fenton.learning.structure.StructureReader;
import org.fenton.learning.training.LearnedHead;
import org.fenton.learning.training.StateView;

/**
 * Scores many candidates of one case with one bundle.
 *
 * <p>A drug's fingerprint is read once, and what depends on the candidates alone is kept for the next case. The order of a candidate's two drugs does
 * not matter. Safe for use by many threads.
 */
public final class Predictor {
    /** Far above the drugs of a release; callers may name any, and memory is bounded. */
    private static final int MOST_DRUGS = 4096;

    /** Lists of candidates whose part of the trees is kept, each of some megabytes. */
    private static final int LISTS = 4;

    private static final int MOST_REMEMBERED = 8192;

    private final ModelBundle bundle;
    private final Map<Candidate.Drug, KnownDrug> drugs = new ConcurrentHashMap<>();
    private final Deque<CandidateList> recent = new ArrayDeque<>();
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
        for (Candidate candidate : candidates) {
            int count = candidate.drugs().size();
            if (count != 1 && count != 2) {
                throw new IllegalArgumentException(
                        "candidate " + candidate.id() + " has " + count + " drugs; a candidate is one drug or two");
            }
        }
        return answers(
                state,
                candidates.stream().map(Candidate::id).toList(),
                candidates.stream()
                        .map(candidate ->
                                candidate.drugs().stream().map(this::known).toList())
                        .toList());
    }

    /**
     * The same for pairs of a list of drugs, each drug looked up once.
     *
     * @param pairs places of two drugs each; a prediction's id is the ids of both joined by {@code +}, in that order
     */
    public List<Prediction> predict(CaseState state, List<Candidate.Drug> drugs, int[][] pairs) {
        List<KnownDrug> known = drugs.stream().map(this::known).toList();
        List<String> ids = new ArrayList<>(pairs.length);
        List<List<KnownDrug>> candidates = new ArrayList<>(pairs.length);
        for (int[] pair : pairs) {
            ids.add(drugs.get(pair[0]).id() + "+" + drugs.get(pair[1]).id());
            candidates.add(List.of(known.get(pair[0]), known.get(pair[1])));
        }
        return answers(state, ids, candidates);
    }

    private List<Prediction> answers(CaseState state, List<String> ids, List<List<KnownDrug>> candidates) {
        CandidateList list = listed(candidates);
        double[] raw = list.raw(bundle.features().stateOnly(state.state()));
        List<Note> ofCase = state.notes();
        List<Note> targetsUnknown = new ArrayList<>(ofCase);
        targetsUnknown.add(Note.TARGETS_UNKNOWN);
        List<Note> withTargetsUnknown = List.copyOf(targetsUnknown);
        LearnedHead.Calibrated calibrated = bundle.document().views().get(StateView.of(state.state()));
        Prediction[] predictions = new Prediction[raw.length];
        for (int i = 0; i < raw.length; i++) {
            Note silence = list.silence(i);
            predictions[i] = silence != null
                    ? Prediction.abstained(ids.get(i), list.distance(i), List.of(silence))
                    : answer(
                            ids.get(i),
                            list.distance(i),
                            calibrated,
                            raw[i],
                            list.targetsKnown(i) ? ofCase : withTargetsUnknown);
        }
        return List.of(predictions);
    }

    /** Callers ask about the candidates of one catalog again and again. */
    private CandidateList listed(List<List<KnownDrug>> candidates) {
        synchronized (recent) {
            for (CandidateList list : recent) {
                if (list.isOf(candidates)) {
                    recent.remove(list);
                    recent.addFirst(list);
                    return list;
                }
            }
        }
        CandidateList made = new CandidateList(bundle, candidates);
        if (candidates.size() <= MOST_REMEMBERED) {
            synchronized (recent) {
                recent.addFirst(made);
                while (recent.size() > LISTS) {
                    recent.removeLast();
                }
            }
        }
        return made;
    }

    /**
     * Reads a structure ahead of a call, so that an error can be told at its place.
     *
     * @throws IllegalArgumentException when CDK cannot read {@code smiles}
     */
    public void requireReadable(String smiles) {
        structures.read(smiles);
    }

    private static Prediction answer(
            String id, OptionalDouble distance, LearnedHead.Calibrated calibrated, double raw, List<Note> notes) {
        double probability = calibrated.calibration().apply(raw);
        return new Prediction(
                id,
                OptionalDouble.of(probability),
                OptionalDouble.of(calibrated.interval().lower(probability)),
                OptionalDouble.of(calibrated.interval().upper(probability)),
                distance,
                notes);
    }

    private KnownDrug known(Candidate.Drug drug) {
        if (drugs.size() > MOST_DRUGS) {
            drugs.clear();
        }
        return drugs.computeIfAbsent(drug, this::know);
    }

    private KnownDrug know(Candidate.Drug drug) {
        DrugDescription description = new DrugDescription(drug.smiles().map(structures::read), drug.targets());
        return new KnownDrug(description, bundle.novelty().distance(description));
    }
}
