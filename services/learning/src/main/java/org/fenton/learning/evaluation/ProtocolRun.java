package org.fenton.learning.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.fenton.learning.data.Screen;
import org.fenton.learning.files.Hashes;
import org.fenton.learning.files.Json;
import org.fenton.learning.training.Fold;
import org.fenton.learning.training.RowLearner;
import org.fenton.learning.training.RowModel;

/**
 * Runs one protocol: every predictor learns every fold's training rows and answers its test rows.
 *
 * <p>A learner is handed a screen without test outcomes. Each answer is a pure function of fold, predictor and seed, so any number of threads gives the same
 * report. Finished answers are kept in the {@link AnswerStore}.
 */
final class ProtocolRun {
    private final Protocol protocol;
    private final Screen screen;
    private final Plan plan;
    private final AnswerStore store;
    private final Consumer<Evaluation.Progress> progress;
    private final AtomicInteger done = new AtomicInteger();

    /**
     * @param model what is judged
     * @param baselines what it is judged beside; the label-shuffled control is added
     * @param dataFiles SHA-256 of what was read, by path
     * @param threads how many folds and predictors are learned at once
     */
    record Plan(RowLearner model, List<RowLearner> baselines, long seed, Map<String, String> dataFiles, int threads) {
        List<RowLearner> predictors() {
            List<RowLearner> all = new ArrayList<>();
            all.add(model);
            all.addAll(baselines);
            all.add(new ShuffledControl(model));
            return all;
        }
    }

    /** A split with the outcomes it is judged by and every predictor's answers. */
    record Judged(Split split, Screen screen, Map<String, Answers> answers) {}

    ProtocolRun(
            Protocol protocol, Screen screen, Plan plan, AnswerStore store, Consumer<Evaluation.Progress> progress) {
        this.protocol = protocol;
        this.screen = screen;
        this.plan = plan;
        this.store = store;
        this.progress = progress;
    }

    ProtocolReport run() {
        List<Split> splits = protocol.splits(screen, plan.seed());
        splits.forEach(split -> RegimeCheck.verify(screen, protocol.regime(), split));
        List<RowLearner> predictors = plan.predictors();
        int total = splits.size() * predictors.size();
        List<Judged> judged = splits.stream()
                .map(split -> new Judged(split, protocol.judged(screen, split), new LinkedHashMap<>()))
                .toList();
        List<Callable<Answers>> tasks = new ArrayList<>();
        for (Judged fold : judged) {
            for (RowLearner learner : predictors) {
                tasks.add(() -> answer(fold, learner, total));
            }
        }
        List<Answers> answers = inOrder(tasks);
        for (int i = 0; i < answers.size(); i++) {
            judged.get(i / predictors.size())
                    .answers()
                    .put(predictors.get(i % predictors.size()).label(), answers.get(i));
        }
        progress.accept(new Evaluation.Progress(total, total, "bootstrap intervals"));
        return new ReportMaker(protocol, plan, judged).report(this::inOrder);
    }

    private Answers answer(Judged fold, RowLearner learner, int total) {
        String what = protocol.key() + " fold " + fold.split().index() + " " + learner.label();
        try {
            String key = key(fold.split(), learner);
            Answers answers = store.find(key).orElse(null);
            boolean known = answers != null;
            if (answers == null) {
                answers = learn(
                        fold,
                        learner,
                        line -> progress.accept(new Evaluation.Progress(done.get(), total, what + ": " + line)));
                store.keep(key, answers);
            }
            progress.accept(new Evaluation.Progress(done.incrementAndGet(), total, what + (known ? " kept" : " done")));
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answers learn(Judged fold, RowLearner learner, Consumer<String> lines) {
        Fold given = protocol.fold(fold.screen(), fold.split());
        RowModel model = learner.fit(given, plan.seed(), lines);
        double threshold = model.decisionThreshold();
        if (Double.isNaN(threshold) && protocol.asksForKappa()) {
            int[] rows = given.trainingRows();
            boolean[] positive = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                positive[i] = given.screen().positive(rows[i]);
            }
            threshold = KappaThreshold.best(model.probabilities(rows), positive);
        }
        return Answers.of(model, fold.split().testRows(), threshold);
    }

    private String key(Split split, RowLearner learner) {
        Map<String, Object> decides = new TreeMap<>();
        decides.put("protocol", protocol.key());
        decides.put("fold", split.index());
        decides.put("seed", plan.seed());
        decides.put("settings", learner.settings());
        decides.put("data", plan.dataFiles());
        String hash = Hashes.sha256(Json.line(decides).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return protocol.key() + "-" + split.index() + "-" + learner.label() + "-" + hash.substring(0, 16);
    }

    /** The results of the tasks in their order, whichever thread was first. */
    private <T> List<T> inOrder(List<Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(plan.threads());
        try {
            List<Future<T>> futures = tasks.stream().map(threads::submit).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
