package org.fenton.gateway.model;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.Tumour;
import org.fenton.core.pathway.Scale;
import org.fenton.core.ranking.DrugPairs;
import org.fenton.core.ranking.Prediction;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.tumour.Activity;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.TumourCase;
import org.fenton.documents.CaseDocument;
import org.fenton.gateway.Turns;
import org.fenton.gateway.model.ModelApi.ActivityRow;
import org.fenton.gateway.model.ModelApi.DrugRow;
import org.fenton.http.ProblemException;

/** The door to the model service: activities of a profile, predictions for candidates. */
@ApplicationScoped
public class Model {
    private static final int MINSIZE = 5;

    private final ModelCalls calls;
    /** Outside of the calls' time-outs: whoever waits here does not count against the model's health. */
    private final Turns asking = Turns.perProcessor(4);

    Model(ModelCalls calls) {
        this.calls = calls;
    }

    /**
     * The pathway state inferred from a whole profile by ulm, with those genes that the release can ask about.
     *
     * @param bundle id of the bundle to ask; empty for the one that is served by default
     * @throws ModelUnavailable when the service is slow, down or answers what is no answer
     */
    public PathwayState infer(CaseDocument.Profile profile, Set<String> genes, Optional<String> bundle) {
        return state(
                profile,
                asked(() -> calls.activities(new ModelApi.ActivitiesRequest(
                        bundle.orElse(null), profile.scale().key(), "ulm", MINSIZE, false, genes, json(profile)))));
    }

    /**
     * A profile's state, and how much of the profile it rests on.
     *
     * @param coverage empty when the model service does not say
     */
    public record Reading(PathwayState state, Optional<Coverage> coverage) {}

    /** The state with all genes, for people to read, and how much of the profile was used. */
    public Reading read(CaseDocument.Profile profile) {
        var answer = asked(() -> calls.activities(new ModelApi.ActivitiesRequest(
                null, profile.scale().key(), "ulm", MINSIZE, true, null, json(profile))));
        return new Reading(state(profile, answer), Optional.ofNullable(answer.coverage()));
    }

    private static String json(CaseDocument.Profile profile) {
        return new String(profile.genesJson(), StandardCharsets.UTF_8);
    }

    private static PathwayState state(CaseDocument.Profile profile, ModelApi.ActivitiesAnswer answer) {
        List<Activity> activities =
                answer.activities().stream().map(Model::activity).toList();
        return PathwayState.inferred(profile.scale(), activities, answer.genes(), answer.genesMean());
    }

    /**
     * Predictions for every pair; single agents have no synergy and are not asked for. Of the activities, a prediction
     * reads pathways only: factors stay at home.
     *
     * @param bundle id of the bundle to ask; empty for the one that is served by default
     * @throws ModelUnavailable when the service is slow, down or answers what is no answer
     */
    public Predictions predict(TumourCase tumourCase, DrugPairs pairs, Knowledge knowledge, Optional<String> bundle) {
        PathwayState state = tumourCase.state();
        if (pairs.combinations().isEmpty()) {
            return Predictions.none("no pair among the candidates");
        }
        Scale scale = state.scale() == null ? Scale.ZSCORE : state.scale();
        String tissue = tumourCase
                .oncotree()
                .flatMap(knowledge::tumour)
                .map(Tumour::tissue)
                .orElse(null);
        List<ActivityRow> pathways = state.activities().stream()
                .filter(activity -> activity.network().equals("progeny"))
                .map(Model::row)
                .toList();
        List<DrugRow> drugs =
                pairs.drugs().stream().map(id -> row(knowledge.drug(id))).toList();
        var answer = asked(() -> calls.predictions(new ModelApi.PredictionsRequest(
                bundle.orElse(null), scale.key(), tissue, pathways, drugs, pairs.places())));
        return new Predictions(answer.bundle(), answer.head(), answer.baseRate(), pairs, inOrder(answer));
    }

    private static List<Prediction> inOrder(ModelApi.PredictionsAnswer answer) {
        List<Prediction> predictions = new ArrayList<>(answer.remark().length);
        int at = 0;
        for (int number : answer.remark()) {
            ModelApi.Remark remark = answer.remarks().get(number);
            String words = remark.explanation() == null ? "" : remark.explanation();
            predictions.add(
                    remark.abstained()
                            ? new Prediction(Double.NaN, Double.NaN, Double.NaN, true, words)
                            : new Prediction(
                                    answer.probability()[at], answer.lower()[at], answer.upper()[at++], false, words));
        }
        return predictions;
    }

    private <T> T asked(Supplier<T> call) {
        try {
            return asking.take(call);
        } catch (ProblemException refused) {
            throw refused;
        } catch (RuntimeException failure) {
            Log.warnf("model service: %s", failure.toString());
            throw new ModelUnavailable(failure);
        }
    }

    private static DrugRow row(Drug drug) {
        return new DrugRow(drug.id(), drug.smiles(), List.copyOf(drug.uncontestedNodes()));
    }

    private static ActivityRow row(Activity activity) {
        return new ActivityRow(
                activity.network(),
                activity.source(),
                activity.score(),
                activity.pValue().isPresent() ? activity.pValue().getAsDouble() : null,
                activity.targetsMeasured().isPresent()
                        ? activity.targetsMeasured().getAsInt()
                        : null,
                activity.targetsTotal().isPresent() ? activity.targetsTotal().getAsInt() : null);
    }

    private static Activity activity(ActivityRow row) {
        return new Activity(
                row.network(),
                row.source(),
                row.score(),
                row.pValue() == null ? OptionalDouble.empty() : OptionalDouble.of(row.pValue()),
                row.targetsMeasured() == null ? OptionalInt.empty() : OptionalInt.of(row.targetsMeasured()),
                row.targetsTotal() == null ? OptionalInt.empty() : OptionalInt.of(row.targetsTotal()));
    }
}
