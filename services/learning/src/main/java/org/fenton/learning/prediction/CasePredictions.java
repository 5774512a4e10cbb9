package org.fenton.learning.prediction;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.Tumour;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.pathway.Scale;
import org.fenton.core.ranking.DrugPairs;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.ranking.Ranker;
import org.fenton.core.tumour.Activity;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.TumourCase;
import org.fenton.documents.CaseDocument;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.reference.PathwayNetworks;

/** What the model service tells the gateway about one case, asked of a bundle in this process. */
public final class CasePredictions {
    private final Knowledge knowledge;
    private final ModelBundle bundle;
    private final Predictor predictor;

    public CasePredictions(Knowledge knowledge, ModelBundle bundle) {
        this.knowledge = knowledge;
        this.bundle = bundle;
        this.predictor = new Predictor(bundle);
    }

    /**
     * The state of a profile, by the networks and the reference of the bundle.
     *
     * @param asked genes whose values the state shall hold, see {@link Ranker#genes}
     */
    public PathwayState infer(CaseDocument.Profile profile, Set<String> asked) {
        Map<GeneSymbol, Double> values = new LinkedHashMap<>(2 * profile.genes().size());
        profile.genes().forEach((symbol, value) -> values.put(new GeneSymbol(symbol), value));
        ExpressionProfile given = ExpressionProfile.of("profile", profile.scale(), values);
        ExpressionProfile used = profile.scale() == Scale.LOG2 ? bundle.genes().standardise(given) : given;
        List<Activity> activities = bundle.networks().infer(used, PathwayNetworks.MIN_SIZE).stream()
                .map(inferred -> new Activity(
                        inferred.network(),
                        inferred.activity().source(),
                        inferred.activity().score(),
                        inferred.activity().pValue(),
                        OptionalInt.of(inferred.targetsMeasured()),
                        OptionalInt.of(inferred.targetsTotal())))
                .toList();
        Map<String, Double> genes = new HashMap<>();
        double sum = 0;
        for (int g = 0; g < used.genes().size(); g++) {
            double value = used.matrix().value(g, 0);
            sum += value;
            if (asked.contains(used.genes().get(g).value())) {
                genes.put(used.genes().get(g).value(), value);
            }
        }
        return PathwayState.inferred(
                profile.scale(), activities, genes, sum / used.genes().size());
    }

    /** Predictions for every pair that the ranker would offer. */
    public Predictions predict(Ranker ranker, TumourCase tumourCase) {
        DrugPairs pairs = ranker.candidates(tumourCase).pairs();
        List<Candidate.Drug> drugs =
                pairs.drugs().stream().map(id -> drug(knowledge.drug(id))).toList();
        PathwayState state = tumourCase.state();
        Optional<String> tissue =
                tumourCase.oncotree().flatMap(knowledge::tumour).map(Tumour::tissue);
        CaseState caseState = CaseState.of(
                bundle,
                state.scale() == null ? Scale.ZSCORE : state.scale(),
                state.activities().stream()
                        .map(activity ->
                                new CaseState.Activity(activity.network(), activity.source(), activity.score()))
                        .toList(),
                tissue.filter(CaseState.oncotreeTissues()::contains));
        List<Prediction> answers = predictor.predict(caseState, drugs, pairs.places());
        return new Predictions(
                bundle.id(),
                bundle.document().head().id(),
                bundle.document().training().baseRate(),
                pairs,
                answers.stream().map(CasePredictions::asRanked).toList());
    }

    private static org.fenton.core.ranking.Prediction asRanked(Prediction prediction) {
        return new org.fenton.core.ranking.Prediction(
                prediction.probability().orElse(Double.NaN),
                prediction.lower().orElse(Double.NaN),
                prediction.upper().orElse(Double.NaN),
                prediction.abstained(),
                prediction.explanation());
    }

    private static Candidate.Drug drug(Drug drug) {
        return new Candidate.Drug(
                drug.id(),
                Optional.of(drug.smiles()).filter(smiles -> !smiles.isEmpty()),
                Optional.of(drug.uncontestedNodes()).filter(nodes -> !nodes.isEmpty()));
    }
}
