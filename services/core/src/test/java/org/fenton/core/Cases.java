package org.fenton.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.fenton.core.id.Combination;
import org.fenton.core.pathway.Scale;
import org.fenton.core.ranking.DrugPairs;
import org.fenton.core.ranking.Prediction;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.tumour.Activity;
import org.fenton.core.tumour.Goal;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.Patient;
import org.fenton.core.tumour.TumourCase;

/** Short ways to write a case in a test. */
public final class Cases {
    private Cases() {}

    public static TumourCase tumour(String oncotree, Map<String, Double> factors) {
        return new TumourCase(
                "test",
                Goal.INDUCE,
                Optional.of(oncotree),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Patient.NOTHING_GIVEN,
                state(factors));
    }

    public static TumourCase tissue(String scope, Map<String, Double> factors) {
        return new TumourCase(
                "test",
                Goal.INHIBIT,
                Optional.empty(),
                Optional.of(scope),
                Optional.empty(),
                List.of(),
                Patient.NOTHING_GIVEN,
                state(factors));
    }

    public static TumourCase with(TumourCase base, Patient patient) {
        return new TumourCase(
                base.label(),
                base.goal(),
                base.oncotree(),
                base.tissueScope(),
                base.failedDrug(),
                base.alterations(),
                patient,
                base.state());
    }

    public static TumourCase without(TumourCase base, String gene) {
        return new TumourCase(
                base.label(),
                base.goal(),
                base.oncotree(),
                base.tissueScope(),
                base.failedDrug(),
                List.of(new TumourCase.Alteration(gene, TumourCase.AlterationEffect.LOSS)),
                base.patient(),
                base.state());
    }

    public static PathwayState state(Map<String, Double> factors) {
        List<Activity> activities = new ArrayList<>();
        factors.forEach((source, score) -> activities.add(new Activity(
                "collectri", source, score, OptionalDouble.empty(), OptionalInt.empty(), OptionalInt.empty())));
        return new PathwayState(Scale.ZSCORE, activities, Map.of());
    }

    /** What a bundle of base rate 0.2 says of these pairs. */
    public static Predictions predictions(String bundle, String head, Map<Combination, Prediction> byPair) {
        DrugPairs pairs = DrugPairs.of(byPair.keySet().stream().sorted().toList());
        return new Predictions(
                bundle,
                head,
                0.2,
                pairs,
                pairs.combinations().stream().map(byPair::get).toList());
    }
}
