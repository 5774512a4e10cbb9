package org.fenton.learning.training;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fenton.learning.features.FeatureSchema;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.fm.FMClassificationTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Trains one Tribuo classifier on vectors of a schema.
 *
 * <p>Same rows in the same order, same choice and same seed give the same model, on any number of cores: XGBoost runs with
 * one thread. A missing value is absent from the Tribuo example, a zero is kept as a zero.
 */
public final class Trainer {
    /** Output names of the classifier. */
    public static final String SYNERGY = "synergy";

    public static final String OTHER = "no-synergy";

    private static final double ROWS_A_TREE_SEES = 0.8;
    private static final double FEATURES_A_TREE_SEES = 0.3;
    private static final double MIN_CHILD_WEIGHT = 5;
    private static final double ROWS_OF_A_FOREST_TREE = 0.63;
    private static final double FACTOR_DEVIATION = 0.01;

    static {
        // Tribuo announces every training at INFO; the commands print their own progress.
        Logger.getLogger("org.tribuo").setLevel(Level.WARNING);
    }

    private final FeatureSchema schema;
    private final long seed;

    public Trainer(FeatureSchema schema, long seed) {
        this.schema = schema;
        this.seed = seed;
    }

    /** Rows of a training set by index, so that they need not all be in memory at once. */
    public interface Rows {
        int size();

        /** The vector of a row in schema order, NaN where missing. */
        double[] vector(int row);

        boolean synergistic(int row);
    }

    /** @throws IllegalArgumentException when the rows are not of both classes */
    public FittedModel train(ModelChoice choice, Rows rows) {
        return train(choice, dataset(rows));
    }

    /** A model for each choice, in that order, from rows that are laid out once. */
    public List<FittedModel> train(List<ModelChoice> choices, Rows rows) {
        MutableDataset<Label> dataset = dataset(rows);
        return choices.stream().map(choice -> train(choice, dataset)).toList();
    }

    /** Trains on rows that several candidates share, which saves laying them out again. */
    FittedModel train(ModelChoice choice, MutableDataset<Label> dataset) {
        if (dataset.getOutputInfo().size() != 2) {
            throw new IllegalArgumentException(
                    "training needs rows with and without synergy; all " + dataset.size() + " rows are of one kind");
        }
        return switch (choice.family()) {
            case XGBOOST -> boosted(choice, dataset);
            case LOGISTIC -> logistic(choice, dataset);
            case FACTORIZATION_MACHINE -> factorizationMachine(choice, dataset);
            case FOREST -> forest(choice, dataset);
        };
    }

    /** The rows as Tribuo keeps them. */
    MutableDataset<Label> dataset(Rows rows) {
        LabelFactory labels = new LabelFactory();
        // A fixed time instead of now: the model's bytes must not depend on the wall clock.
        var source = new SimpleDataSourceProvenance(
                "fenton rows of schema " + schema.hash(),
                OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                labels);
        MutableDataset<Label> dataset = new MutableDataset<>(source, labels);
        List<String> names = schema.names();
        for (int row = 0; row < rows.size(); row++) {
            double[] vector = schema.accept(names, rows.vector(row));
            String[] present = new String[vector.length];
            double[] values = new double[vector.length];
            int count = 0;
            for (int i = 0; i < vector.length; i++) {
                if (!Double.isNaN(vector[i])) {
                    present[count] = names.get(i);
                    values[count++] = vector[i];
                }
            }
            Label label = new Label(rows.synergistic(row) ? SYNERGY : OTHER);
            dataset.add(new ArrayExample<>(label, Arrays.copyOf(present, count), Arrays.copyOf(values, count)));
        }
        return dataset;
    }

    private FittedModel boosted(ModelChoice choice, MutableDataset<Label> dataset) {
        var trainer = new XGBoostClassificationTrainer(
                XGBoostTrainer.BoosterType.GBTREE,
                XGBoostTrainer.TreeMethod.HIST,
                choice.rounds(),
                choice.learningRate(),
                0,
                choice.depth(),
                MIN_CHILD_WEIGHT,
                ROWS_A_TREE_SEES,
                FEATURES_A_TREE_SEES,
                1,
                0,
                1,
                XGBoostTrainer.LoggingVerbosity.SILENT,
                seed);
        var model = trainer.train(dataset);
        return new FittedModel(model, BoosterReader.flatten(model, schema, 1));
    }

    private FittedModel logistic(ModelChoice choice, MutableDataset<Label> dataset) {
        Model<Label> model = new LinearSGDTrainer(
                        new LogMulticlass(),
                        new AdaGrad(choice.learningRate()),
                        choice.rounds(),
                        dataset.size() + 1,
                        seed)
                .train(dataset);
        return new FittedModel(model, LinearReader.flatten(model, schema));
    }

    private FittedModel factorizationMachine(ModelChoice choice, MutableDataset<Label> dataset) {
        Model<Label> model = new FMClassificationTrainer(
                        new LogMulticlass(),
                        new AdaGrad(choice.learningRate()),
                        choice.rounds(),
                        dataset.size() + 1,
                        seed,
                        choice.depth(),
                        FACTOR_DEVIATION)
                .train(dataset);
        return new FittedModel(model, FactorizationModel.flatten(model, schema));
    }

    /** XGBoost's parallel trees without shrinkage: a random forest that takes missing values as they are. */
    private FittedModel forest(ModelChoice choice, MutableDataset<Label> dataset) {
        Map<String, Object> parameters = new TreeMap<>(Map.of(
                "num_parallel_tree",
                choice.rounds(),
                "max_depth",
                choice.depth(),
                "eta",
                1.0,
                "subsample",
                ROWS_OF_A_FOREST_TREE,
                "colsample_bynode",
                FEATURES_A_TREE_SEES,
                "min_child_weight",
                MIN_CHILD_WEIGHT,
                "tree_method",
                "hist",
                "nthread",
                1,
                "seed",
                seed,
                "verbosity",
                0));
        parameters.put("objective", "multi:softprob");
        parameters.put("num_class", 2);
        var model = new XGBoostClassificationTrainer(1, parameters).train(dataset);
        return new FittedModel(model, BoosterReader.flatten(model, schema, choice.rounds()));
    }
}
