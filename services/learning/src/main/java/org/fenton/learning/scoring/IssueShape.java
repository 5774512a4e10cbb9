package org.fenton.learning.scoring;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.fenton.learning.features.FeatureDefinition;
import org.fenton.learning.features.FeatureKind;
import org.fenton.learning.features.FeatureSchema;
import org.fenton.learning.features.MissingPolicy;
import org.fenton.learning.training.FittedModel;
import org.fenton.learning.training.ModelChoice;
import org.fenton.learning.training.Trainer;

/** The shape the aims are stated for: 1,200 features, 300 trees of depth 7, learned from invented labels. */
final class IssueShape {
    private static final int OF_THE_CASE = 200;
    private static final int OF_THE_DRUGS = 1000;
    private static final int TRAINING_ROWS = 6000;
    private static final ModelChoice TREES = new ModelChoice("issue", ModelChoice.Family.XGBOOST, 150, 7, 0.1);

    private IssueShape() {}

    static FeatureSchema schema() {
        List<FeatureDefinition> features = new ArrayList<>();
        for (int i = 0; i < OF_THE_CASE; i++) {
            features.add(new FeatureDefinition(
                    "pathway:" + i, FeatureKind.PATHWAY, "standard deviations", MissingPolicy.STAYS_MISSING));
        }
        for (int i = 0; i < OF_THE_DRUGS; i++) {
            features.add(new FeatureDefinition(
                    "structure:" + i, FeatureKind.STRUCTURE, "drugs with the bit", MissingPolicy.STAYS_MISSING));
        }
        return new FeatureSchema(features);
    }

    static BitSet ofTheCase() {
        BitSet shared = new BitSet();
        shared.set(0, OF_THE_CASE);
        return shared;
    }

    static FittedModel train(FeatureSchema schema, long seed) {
        double[][] rows = BenchRows.of(schema, TRAINING_ROWS, seed);
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = new double[schema.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextGaussian() * (i < OF_THE_CASE ? 0.5 : 1);
        }
        boolean[] labels = new boolean[rows.length];
        for (int r = 0; r < labels.length; r++) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                double centred = i < OF_THE_CASE ? rows[r][i] : rows[r][i] - 1;
                sum += Double.isNaN(centred) ? 0 : weights[i] * centred;
            }
            labels[r] = sum + 10 * random.nextGaussian() > 0;
        }
        return new Trainer(schema, seed).train(TREES, new Trainer.Rows() {
            @Override
            public int size() {
                return rows.length;
            }

            @Override
            public double[] vector(int row) {
                return rows[row];
            }

            @Override
            public boolean synergistic(int row) {
                return labels[row];
            }
        });
    }

    /** Fingerprints of invented drugs, a tenth of the bits set. */
    static boolean[][] drugs(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[][] drugs = new boolean[count][OF_THE_DRUGS];
        for (boolean[] drug : drugs) {
            for (int bit = 0; bit < drug.length; bit++) {
                drug[bit] = random.nextInt(10) == 0;
            }
        }
        return drugs;
    }

    /** Writes how many of two drugs have each bit. */
    static void addPair(double[] vector, boolean[] a, boolean[] b) {
        for (int bit = 0; bit < a.length; bit++) {
            vector[OF_THE_CASE + bit] = (a[bit] ? 1 : 0) + (b[bit] ? 1 : 0);
        }
    }
}
