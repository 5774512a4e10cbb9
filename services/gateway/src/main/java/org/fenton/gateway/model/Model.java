package org.fenton.gateway.model;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.Tumour;
import org.fenton.core.pathway.Scale;
import org.fenton.core.ranking.Prediction;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.tumour.Activity;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.TumourCase;
import org.fenton.documents.CaseDocument;
import org.fenton.gateway.model.ModelApi.ActivityRow;
import org.fenton.gateway.model.ModelApi.CandidateRow;
import org.fenton.gateway.model.ModelApi.DrugRow;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** The door to the model service: activities of a profile, predictions for candidates. */
@ApplicationScoped
public class Model {
    private static final int MINSIZE = 5;

    private final ModelCalls calls;

    Model(ModelCalls calls) {
        this.calls = calls;
    }

    /**
     * The pathway state inferred from a whole profile by ulm.
     *
     * @throws ModelUnavailable when the service is slow, down or answers what is no answer
     */
    public PathwayState infer(CaseDocument.Profile profile) {
        return read(profile).state();
    }

    /**
     * A profile's state, and how much of the profile it rests on.
     *
     * @param coverage empty when the model service does not say
     */
    public record Reading(PathwayState state, Optional<Coverage> coverage) {}

    /** The same with how much of the profile was used. */
    public Reading read(CaseDocument.Profile profile) {
        var answer = asked(() -> calls.activities(
                new ModelApi.ActivitiesRequest(profile.scale().key(), "ulm", MINSIZE, profile.genes())));
        List<Activity> activities =
                answer.activities().stream().map(Model::activity).toList();
        return new Reading(
                PathwayState.inferred(profile.scale(), activities, answer.genes()),
                Optional.ofNullable(answer.coverage()));
    }

    /**
     * Predictions for every pair; single agents have no synergy and are not asked for.
     *
     * @throws ModelUnavailable when the service is slow, down or answers what is no answer
     */
    public Predictions predict(TumourCase tumourCase, List<Combination> combinations, Knowledge knowledge) {
        PathwayState state = tumourCase.state();
        List<CandidateRow> rows = combinations.stream()
                .filter(Combination::isPair)
                .map(pair -> new CandidateRow(
                        pair.toString(),
                        pair.drugs().stream().map(id -> row(knowledge.drug(id))).toList()))
                .toList();
        if (rows.isEmpty()) {
            return Predictions.none("no pair among the candidates");
        }
        Scale scale = state.scale() == null ? Scale.ZSCORE : state.scale();
        String tissue = tumourCase
                .oncotree()
                .flatMap(knowledge::tumour)
                .map(Tumour::tissue)
                .orElse(null);
        List<ActivityRow> activities =
                state.activities().stream().map(Model::row).toList();
        var answer =
                asked(() -> calls.predictions(new ModelApi.PredictionsRequest(scale.key(), tissue, activities, rows)));
        Map<Combination, Prediction> predictions = new HashMap<>();
        answer.predictions()
                .forEach(row -> predictions.put(
                        Combination.parse(row.id()),
                        new Prediction(
                                number(row.probability()),
                                number(row.lower()),
                                number(row.upper()),
                                row.abstained(),
                                row.explanation() == null ? "" : row.explanation())));
        return new Predictions(answer.bundle(), answer.head(), answer.baseRate(), predictions);
    }

    private static <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (ProblemException refused) {
            throw refused;
        } catch (BulkheadException full) {
            // the model is well, the gateway has more callers than it should: no reason for a lesser answer
            throw new ProblemException(
                    ProblemType.UNAVAILABLE, "too many rankings at once; try again in a few seconds");
        } catch (RuntimeException failure) {
            Log.warnf("model service: %s", failure.toString());
            throw new ModelUnavailable(failure);
        }
    }

    private static double number(Double value) {
        return value == null ? Double.NaN : value;
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
