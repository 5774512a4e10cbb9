package org.fenton.model.prediction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fenton.core.pathway.Scale;
import org.fenton.http.CloseNames;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.learning.prediction.Candidate;
import org.fenton.learning.prediction.CaseState;
import org.fenton.learning.prediction.Prediction;
import org.fenton.learning.reference.PathwayNetworks;
import org.fenton.model.bundle.LoadedBundle;
import org.jspecify.annotations.Nullable;

/** Reads a request into the words of the predictor, or says at which place it cannot be read. */
public final class CaseReader {
    /** More candidates than this in one call are refused with 413. */
    public static final int MOST_CANDIDATES = 10_000;

    private static final int NAMED = 20;

    private final LoadedBundle loaded;
    private final String root;
    private final List<Fault> faults = new ArrayList<>();

    private CaseReader(LoadedBundle loaded, String root) {
        this.loaded = loaded;
        this.root = root;
    }

    /**
     * What a bundle answers to a request.
     *
     * @throws ProblemException 400 with the places of all faults, 413 with too many candidates
     */
    public static List<Prediction> predict(LoadedBundle bundle, PredictionsRequest request) {
        return predict(bundle, request, "");
    }

    /** @param root pointer to the case within the body */
    public static List<Prediction> predict(LoadedBundle bundle, PredictionsRequest request, String root) {
        requireFew(root + "/candidates", request.candidates().size(), "candidates");
        CaseReader reader = new CaseReader(bundle, root);
        CaseState state = reader.state(request.scale(), request.oncotreeTissue(), request.activities());
        return bundle.predictor().predict(state, reader.candidates(request));
    }

    /** The same for pairs of a list of drugs. */
    static List<Prediction> predict(LoadedBundle bundle, PairPredictionsRequest request) {
        requireFew("/pairs", request.pairs().length, "pairs");
        CaseReader reader = new CaseReader(bundle, "");
        CaseState state = reader.state(request.scale(), request.oncotreeTissue(), request.activities());
        reader.checkPairs(request.pairs(), request.drugs().size());
        List<Candidate.Drug> drugs = new ArrayList<>();
        for (int d = 0; d < request.drugs().size(); d++) {
            drugs.add(reader.drug("/drugs/" + d, request.drugs().get(d)));
        }
        reader.refuseFaults();
        return bundle.predictor().predict(state, drugs, request.pairs());
    }

    private static void requireFew(String pointer, int count, String what) {
        if (count > MOST_CANDIDATES) {
            String detail = count + " " + what + "; one call takes at most " + MOST_CANDIDATES;
            throw new ProblemException(
                    ProblemType.TOO_LARGE, detail, List.of(new Fault(pointer, detail, "several calls")));
        }
    }

    private void checkPairs(int[][] pairs, int drugs) {
        for (int p = 0; p < pairs.length; p++) {
            int[] pair = pairs[p];
            boolean holds = pair != null
                    && pair.length == 2
                    && Math.min(pair[0], pair[1]) >= 0
                    && Math.max(pair[0], pair[1]) < drugs;
            if (!holds) {
                faults.add(new Fault("/pairs/" + p, "holds the places of two drugs, 0 to " + (drugs - 1)));
            }
        }
    }

    private CaseState state(
            String scale, @Nullable String tissue, @Nullable List<PredictionsRequest.Activity> reported) {
        List<String> scales = List.of("contrast", "log2", "zscore");
        check(root + "/scale", scale, scales);
        if (tissue != null) {
            check(root + "/oncotreeTissue", tissue, CaseState.oncotreeTissues());
        }
        List<PredictionsRequest.Activity> given = reported == null ? List.of() : reported;
        List<CaseState.Activity> activities = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            PredictionsRequest.Activity activity = given.get(i);
            String place = root + "/activities/" + i;
            check(place + "/network", activity.network(), List.of(PathwayNetworks.COLLECTRI, PathwayNetworks.PROGENY));
            if (activity.network().equals(PathwayNetworks.PROGENY)) {
                check(
                        place + "/source",
                        activity.source(),
                        loaded.bundle().networks().progeny().sources());
            }
            if (!Double.isFinite(activity.score())) {
                faults.add(new Fault(place + "/score", "is not a finite number"));
            }
            activities.add(new CaseState.Activity(activity.network(), activity.source(), activity.score()));
        }
        refuseFaults();
        return CaseState.of(loaded.bundle(), Scale.parse(scale), activities, Optional.ofNullable(tissue));
    }

    private void check(String pointer, String value, Collection<String> known) {
        if (!known.contains(value)) {
            List<String> close = CloseNames.of(value, known);
            String suggestion = String.join(", ", close.isEmpty() ? known : close);
            faults.add(new Fault(pointer, "'" + value + "' is not known here", suggestion));
        }
    }

    private List<Candidate> candidates(PredictionsRequest request) {
        List<Candidate> candidates = new ArrayList<>();
        for (int c = 0; c < request.candidates().size(); c++) {
            PredictionsRequest.Candidate given = request.candidates().get(c);
            List<Candidate.Drug> drugs = new ArrayList<>();
            for (int d = 0; d < given.drugs().size(); d++) {
                drugs.add(drug(
                        root + "/candidates/" + c + "/drugs/" + d, given.drugs().get(d)));
            }
            candidates.add(new Candidate(given.id(), drugs));
        }
        refuseFaults();
        return candidates;
    }

    private Candidate.Drug drug(String place, PredictionsRequest.Drug given) {
        if (given.smiles() != null) {
            try {
                loaded.predictor().requireReadable(given.smiles());
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(
                        place + "/smiles", firstLine(String.valueOf(e.getMessage())), "a valid SMILES, or none"));
            }
        }
        Optional<Set<String>> targets = Optional.ofNullable(given.targets()).map(Set::copyOf);
        return new Candidate.Drug(given.id(), Optional.ofNullable(given.smiles()), targets);
    }

    /** CDK draws the place of the error below its message. */
    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    faults.size() + " value(s) cannot be read",
                    faults.stream().limit(NAMED).toList());
        }
    }
}
