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
        int count = request.candidates().size();
        if (count > MOST_CANDIDATES) {
            String detail = count + " candidates; one call takes at most " + MOST_CANDIDATES;
            throw new ProblemException(
                    ProblemType.TOO_LARGE, detail, List.of(new Fault(root + "/candidates", detail, "several calls")));
        }
        CaseReader reader = new CaseReader(bundle, root);
        CaseState state = reader.state(request);
        return bundle.predictor().predict(state, reader.candidates(request));
    }

    private CaseState state(PredictionsRequest request) {
        List<String> scales = List.of("contrast", "log2", "zscore");
        check(root + "/scale", request.scale(), scales);
        if (request.oncotreeTissue() != null) {
            check(root + "/oncotreeTissue", request.oncotreeTissue(), CaseState.oncotreeTissues());
        }
        List<PredictionsRequest.Activity> given = request.activities() == null ? List.of() : request.activities();
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
        return CaseState.of(
                loaded.bundle(),
                Scale.parse(request.scale()),
                activities,
                Optional.ofNullable(request.oncotreeTissue()));
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
