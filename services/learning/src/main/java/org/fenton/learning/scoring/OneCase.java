package org.fenton.learning.scoring;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fenton.core.pathway.Scale;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.features.PairFeatures;
import org.fenton.learning.files.Table;
import org.fenton.learning.prediction.Candidate;
import org.fenton.learning.prediction.CaseState;
import org.fenton.learning.prediction.Prediction;
import org.fenton.learning.prediction.Predictor;
import org.fenton.learning.reference.PathwayNetworks;
import org.fenton.learning.training.Candidates;
import org.fenton.learning.training.ScoringModel;

/** Many candidates of one case, warm: milliseconds a call from the case to the last answer. */
final class OneCase {
    private static final int WARM_UP = 60;
    private static final int CALLS = 300;
    private static final int CASES = 20;

    private OneCase() {}

    /** The whole predictor: features, distances, trees, calibration and intervals, with the drugs of {@code file} that the bundle answers for. */
    static ObjectNode throughPredictor(ModelBundle bundle, Path file, int candidates) throws IOException {
        Predictor predictor = new Predictor(bundle);
        List<Candidate> pairs = pairs(predictor, cases(bundle).get(0), drugs(file), candidates);
        List<CaseState> cases = cases(bundle);
        double[] milliseconds = new double[CALLS];
        double[] ofProcessor = new double[CALLS];
        int answered = 0;
        for (int call = -WARM_UP; call < CALLS; call++) {
            CaseState state = cases.get(Math.floorMod(call, CASES));
            long start = BenchClock.wallNanos();
            long processor = BenchClock.nanos();
            List<Prediction> predictions = predictor.predict(state, pairs);
            if (call >= 0) {
                ofProcessor[call] = (BenchClock.nanos() - processor) / 1e6;
                milliseconds[call] = (BenchClock.wallNanos() - start) / 1e6;
                answered =
                        (int) predictions.stream().filter(p -> !p.abstained()).count();
            }
        }
        ObjectNode figures = report(milliseconds, ofProcessor, pairs.size());
        figures.put("answered", answered);
        return figures;
    }

    /** At the issue's shape: candidates kept from case to case, with the general walk of the same rows beside it, and what the first case of new candidates takes. */
    static ObjectNode ofShape(ScoringModel model, double[][] cases, int candidates, long seed) {
        boolean[][] drugs = IssueShape.drugs(71, seed);
        Candidates.Rows rows = (row, into) -> IssueShape.addPair(into, drugs[row % 71], drugs[row * 7 / 71 % 71]);
        int width = cases[0].length;
        Candidates kept = model.candidates(candidates, width, IssueShape.ofTheCase(), rows);
        double[] wall = new double[CALLS];
        double[] repeated = new double[CALLS];
        double[] first = new double[CALLS];
        double[] general = new double[CALLS];
        double difference = 0;
        for (int call = -WARM_UP; call < CALLS; call++) {
            double[] ofCase = cases[Math.floorMod(call, cases.length)];
            long clock = BenchClock.wallNanos();
            long start = BenchClock.nanos();
            double[] fast = kept.probabilities(ofCase);
            long between = BenchClock.nanos();
            long clockBetween = BenchClock.wallNanos();
            double[] plain = model.probabilities(candidates, ofCase.clone(), rows);
            long end = BenchClock.nanos();
            model.candidates(candidates, width, IssueShape.ofTheCase(), rows).probabilities(ofCase);
            long endOfFirst = BenchClock.nanos();
            difference = Math.max(difference, Throughput.largestDifference(fast, plain));
            if (call >= 0) {
                wall[call] = (clockBetween - clock) / 1e6;
                repeated[call] = (between - start) / 1e6;
                general[call] = (end - between) / 1e6;
                first[call] = (endOfFirst - end) / 1e6;
            }
        }
        ObjectNode figures = report(wall, repeated, candidates);
        figures.put("generalProcessorP50Milliseconds", BenchClock.median(general));
        figures.put("firstCaseProcessorP50Milliseconds", BenchClock.median(first));
        figures.put("largestDifferenceToGeneral", difference);
        return figures;
    }

    private static ObjectNode report(double[] wall, double[] ofProcessor, int candidates) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("candidates", candidates);
        figures.put("calls", wall.length);
        figures.put("p50Milliseconds", BenchClock.quantile(wall, 0.5));
        figures.put("p99Milliseconds", BenchClock.quantile(wall, 0.99));
        figures.put("processorP50Milliseconds", BenchClock.quantile(ofProcessor, 0.5));
        figures.put("processorP99Milliseconds", BenchClock.quantile(ofProcessor, 0.99));
        return figures;
    }

    private static List<Candidate.Drug> drugs(Path file) throws IOException {
        List<Candidate.Drug> drugs = new ArrayList<>();
        Table.tsv(file).forEach(row -> {
            if (!row.text("smiles").isEmpty()) {
                drugs.add(new Candidate.Drug(row.text("name"), Optional.of(row.text("smiles")), Optional.empty()));
            }
        });
        return drugs;
    }

    /** Pairs of the drugs that are near enough to training to be answered for, in turn until there are enough. */
    private static List<Candidate> pairs(
            Predictor predictor, CaseState state, List<Candidate.Drug> drugs, int candidates) {
        List<Candidate.Drug> near = new ArrayList<>();
        for (Candidate.Drug drug : drugs) {
            Candidate twice = new Candidate(drug.id(), List.of(drug, drug));
            if (readable(predictor, drug)
                    && !predictor.predict(state, List.of(twice)).get(0).abstained()) {
                near.add(drug);
            }
        }
        if (near.size() < 2) {
            throw new IllegalArgumentException("the bundle answers for fewer than two of " + drugs.size() + " drugs");
        }
        List<Candidate> pairs = new ArrayList<>();
        for (int step = 1; pairs.size() < candidates; step++) {
            for (int a = 0; a < near.size() && pairs.size() < candidates; a++) {
                Candidate.Drug other = near.get((a + step) % near.size());
                pairs.add(new Candidate("pair " + pairs.size(), List.of(near.get(a), other)));
            }
        }
        return pairs;
    }

    private static boolean readable(Predictor predictor, Candidate.Drug drug) {
        try {
            drug.smiles().ifPresent(predictor::requireReadable);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<CaseState> cases(ModelBundle bundle) {
        List<CaseState> cases = new ArrayList<>();
        for (int c = 0; c < CASES; c++) {
            SplittableRandom random = new SplittableRandom(c);
            List<CaseState.Activity> activities = PairFeatures.PATHWAYS.stream()
                    .map(p -> new CaseState.Activity(PathwayNetworks.PROGENY, p, random.nextGaussian() * 5))
                    .toList();
            cases.add(CaseState.of(bundle, Scale.LOG2, activities, Optional.of("Lung")));
        }
        return cases;
    }
}
