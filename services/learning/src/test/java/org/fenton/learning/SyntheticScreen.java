package org.fenton.learning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.NetworkEdge;
import org.fenton.learning.bundle.BundleFiles;
import org.fenton.learning.bundle.BundleMaker;
import org.fenton.learning.data.TrainingData;
import org.fenton.learning.evaluation.EvaluationReport;
import org.fenton.learning.evaluation.LeaveDrugEvaluation;
import org.fenton.learning.features.BiologicalState;
import org.fenton.learning.features.DrugDescription;
import org.fenton.learning.features.PairFeatures;
import org.fenton.learning.features.TargetFamilies;
import org.fenton.learning.files.Vocabulary;
import org.fenton.learning.reference.ActivityReference;
import org.fenton.learning.reference.GeneReference;
import org.fenton.learning.reference.PathwayNetworks;
import org.fenton.learning.reference.ReferencePanel;
import org.fenton.learning.structure.StructureReader;
import org.fenton.learning.training.LearnedHead;
import org.fenton.learning.training.Learner;
import org.fenton.learning.training.LearningPlan;
import org.fenton.learning.training.ModelChoice;
import org.fenton.learning.training.RowSelection;

/** An invented screen: pairs are synergistic where exactly one drug hits MEK-ERK and the line's MAPK is high. */
public final class SyntheticScreen {
    private static final String[] SMILES = {
        "CCO", "CCN", "CCCC", "c1ccccc1", "c1ccccc1O", "CC(=O)O", "CCOC", "c1ccncc1", "CC(C)O", "CCS", "CCCl", "c1ccsc1"
    };

    private SyntheticScreen() {}

    public static TrainingData data() {
        StructureReader structures = new StructureReader();
        Random random = new Random(7);
        List<TrainingData.Drug> drugs = new ArrayList<>();
        for (int d = 0; d < SMILES.length; d++) {
            Set<String> targets = d % 2 == 0 ? Set.of("MAP2K1") : Set.of("TUBB", "EGFR");
            drugs.add(new TrainingData.Drug(
                    "drug" + d,
                    new DrugDescription(
                            Optional.of(structures.read(SMILES[d])),
                            d == 5 ? Optional.empty() : Optional.of(targets))));
        }
        List<TrainingData.Line> lines = new ArrayList<>();
        for (int l = 0; l < 12; l++) {
            Map<String, Double> pathways =
                    l == 3 ? Map.of() : Map.of("MAPK", random.nextGaussian(), "JAK-STAT", random.nextGaussian());
            lines.add(new TrainingData.Line(
                    "line" + l, new BiologicalState(pathways, Optional.of(l % 2 == 0 ? "Lung" : "Skin"))));
        }
        List<TrainingData.Row> rows = new ArrayList<>();
        for (int a = 0; a < drugs.size(); a++) {
            for (int b = a + 1; b < drugs.size(); b++) {
                for (int l = 0; l < lines.size(); l++) {
                    double mapk = lines.get(l).state().pathways().getOrDefault("MAPK", 0.0);
                    double zip = ((a + b) % 2 == 1 ? 6 : 1) + 3 * mapk + random.nextGaussian();
                    rows.add(new TrainingData.Row(a, b, l, zip));
                }
            }
        }
        return new TrainingData(drugs, lines, rows);
    }

    public static String families() {
        return Vocabulary.text("target-families.tsv");
    }

    public static PairFeatures features() {
        return new PairFeatures(new TargetFamilies(families()), List.of("Lung", "Skin"));
    }

    public static LearningPlan plan() {
        List<ModelChoice> candidates = List.of(
                new ModelChoice("logistic", ModelChoice.Family.LOGISTIC, 2, 0, 0.1),
                new ModelChoice("trees", ModelChoice.Family.XGBOOST, 20, 3, 0.3));
        return new LearningPlan(candidates, 3, 2, 0.9, 11, RowSelection.Labels.TRUE);
    }

    public static LearnedHead head() {
        TrainingData data = data();
        return new Learner(data, features(), plan(), line -> {}).learn(allRows(data));
    }

    public static List<Integer> allRows(TrainingData data) {
        return IntStream.range(0, data.rows().size()).boxed().toList();
    }

    public static EvaluationReport evaluation() {
        return leaveDrug().run(3);
    }

    public static LeaveDrugEvaluation leaveDrug() {
        return new LeaveDrugEvaluation(data(), features(), plan(), line -> {});
    }

    /** A whole bundle, trained anew at every call. */
    public static BundleFiles bundle() throws IOException {
        Map<String, String> inputs = new TreeMap<>(Map.of("invented", "none"));
        return BundleMaker.make(new BundleMaker.Parts(
                "synthetic", data(), features(), families(), head(), panel(), evaluation(), inputs));
    }

    private static ReferencePanel panel() {
        List<NetworkEdge> regulon = new ArrayList<>();
        List<NetworkEdge> footprint = new ArrayList<>();
        StringBuilder genes = new StringBuilder("gene\tmean\tsd\tn\n");
        for (int g = 0; g < 8; g++) {
            regulon.add(NetworkEdge.of("STAT3", new GeneSymbol("G" + g), 1));
            footprint.add(new NetworkEdge("MAPK", new GeneSymbol("G" + g), g - 3.5, 0.01));
            genes.append("G").append(g).append("\t2.0\t0.5\t58\n");
        }
        for (int g = 8; g < 12; g++) {
            genes.append("G").append(g).append("\t1.0\t0.5\t58\n");
        }
        return new ReferencePanel(
                GeneReference.fromTsv(genes.toString()),
                ActivityReference.fromTsv("network\tsource\tmean\tsd\tn\nprogeny\tMAPK\t0.5\t2.0\t58\n"),
                new PathwayNetworks(new Network("collectri", regulon), new Network("progeny", footprint)),
                List.of(),
                Map.of());
    }
}
