package org.fenton.learning.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.fenton.learning.data.Screen;
import org.fenton.learning.evaluation.ProtocolReport.Figure;
import org.fenton.learning.evaluation.ProtocolReport.FoldFigures;
import org.fenton.learning.evaluation.ProtocolReport.FoldValues;
import org.fenton.learning.evaluation.ProtocolReport.Scored;
import org.fenton.learning.evaluation.ProtocolReport.Slice;
import org.fenton.learning.evaluation.ProtocolRun.Judged;
import org.fenton.learning.files.Json;
import org.fenton.learning.measures.JudgedRows;
import org.fenton.learning.measures.Measure;
import org.fenton.learning.training.Regime;
import org.fenton.learning.training.RowLearner;

/** Turns answers into figures. */
final class ReportMaker {
    private static final String INTERVALS =
            "95 %% bootstrap, %d replicates, percentiles shifted to the value, of the mean over folds: %s of each fold drawn with replacement,"
                    + " the same draws for every predictor";
    private static final double SIX_DIGITS = 1e6;

    private final Protocol protocol;
    private final ProtocolRun.Plan plan;
    private final List<Judged> folds;
    private final List<String> predictors;

    ReportMaker(Protocol protocol, ProtocolRun.Plan plan, List<Judged> folds) {
        this.protocol = protocol;
        this.plan = plan;
        this.folds = folds;
        this.predictors = plan.predictors().stream().map(RowLearner::label).toList();
    }

    /** Test rows of a fold that a figure is about, by place in the test rows. */
    private interface Part {
        IntPredicate of(Judged fold);
    }

    ProtocolReport report(Function<List<Callable<Scored>>, List<Scored>> compute) {
        Map<String, Part> parts = parts();
        List<Callable<Scored>> tasks = new ArrayList<>();
        parts.values().forEach(part -> predictors.forEach(name -> tasks.add(() -> scored(name, part))));
        List<Scored> scored = compute.apply(tasks);
        Map<String, Slice> slices = new TreeMap<>();
        List<String> names = List.copyOf(parts.keySet());
        for (int i = 0; i < names.size(); i++) {
            slices.put(names.get(i), slice(scored.subList(i * predictors.size(), (i + 1) * predictors.size())));
        }
        Slice whole = slices.remove("");
        return new ProtocolReport(
                protocol.key(),
                protocol.regime().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                INTERVALS.formatted(UnitBootstrap.REPLICATES, unit()),
                plan.seed(),
                new TreeMap<>(protocol.aims()),
                protocol.floor(),
                predictors.get(0),
                settings(),
                whole.model(),
                whole.baselines(),
                slices,
                new SetCoverage(folds, predictors.get(0)).summary(),
                folds.stream().map(this::figures).toList(),
                plan.dataFiles());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        plan.predictors().forEach(learner -> settings.put(learner.label(), learner.settings()));
        return settings;
    }

    private String unit() {
        return switch (protocol.regime()) {
            case RANDOM, LEAVE_PAIR -> "pairs";
            case LEAVE_DRUG -> "held-out drugs";
            case LEAVE_LINE, LEAVE_TISSUE -> "lines";
        };
    }

    private Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("", fold -> i -> true);
        if (protocol.regime() == Regime.LEAVE_DRUG) {
            parts.put("both-drugs-unseen", fold -> i -> unseen(fold, i) == 2);
            parts.put("one-drug-unseen", fold -> i -> unseen(fold, i) == 1);
        }
        return parts;
    }

    private static int unseen(Judged fold, int place) {
        int row = fold.split().testRows()[place];
        return (fold.split().holdsOut(fold.screen().drugA(row)) ? 1 : 0)
                + (fold.split().holdsOut(fold.screen().drugB(row)) ? 1 : 0);
    }

    private Slice slice(List<Scored> scored) {
        Map<String, Scored> baselines = new TreeMap<>();
        for (int i = 1; i < predictors.size(); i++) {
            baselines.put(predictors.get(i), scored.get(i));
        }
        return new Slice(scored.get(0).rows() + scored.get(0).undefinedRows(), scored.get(0), baselines);
    }

    private Scored scored(String predictor, Part part) {
        List<UnitBootstrap.Drawn> drawn = new ArrayList<>();
        int rows = 0;
        int undefined = 0;
        for (Judged fold : folds) {
            IntPredicate in = part.of(fold);
            Answers answers = fold.answers().get(predictor);
            int[] all =
                    IntStream.range(0, answers.probability().length).filter(in).toArray();
            int[] kept = defined(answers, all);
            rows += kept.length;
            undefined += all.length - kept.length;
            if (kept.length > 0) {
                HeldOut units = HeldOut.of(fold.screen(), protocol.regime(), fold.split())
                        .only(kept);
                drawn.add(new UnitBootstrap.Drawn(
                        fold.split().index(),
                        judged(fold, answers, kept),
                        units.unitA(),
                        units.unitB(),
                        units.units()));
            }
        }
        Map<String, Figure> figures = new TreeMap<>();
        new UnitBootstrap(plan.seed())
                .intervals(drawn)
                .forEach((measure, interval) -> figures.put(
                        measure.key(),
                        new Figure(round(interval.value()), round(interval.lower()), round(interval.upper()))));
        return new Scored(rows, undefined, figures);
    }

    private static int[] defined(Answers answers, int[] places) {
        return Arrays.stream(places)
                .filter(i -> !Double.isNaN(answers.probability()[i]))
                .toArray();
    }

    static JudgedRows judged(Judged fold, Answers answers, int[] kept) {
        Screen screen = fold.screen();
        int[] rows = IntStream.of(kept).map(i -> fold.split().testRows()[i]).toArray();
        boolean[] positive = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            positive[i] = screen.positive(rows[i]);
        }
        return new JudgedRows(new JudgedRows.Columns(
                IntStream.of(kept).mapToDouble(i -> answers.probability()[i]).toArray(),
                positive,
                answers.expected().length == 0
                        ? new double[0]
                        : IntStream.of(kept)
                                .mapToDouble(i -> answers.expected()[i])
                                .toArray(),
                IntStream.of(rows).mapToDouble(screen::score).toArray(),
                IntStream.of(rows).map(row -> counted(fold, screen.drugA(row))).toArray(),
                IntStream.of(rows).map(row -> counted(fold, screen.drugB(row))).toArray(),
                answers.threshold()));
    }

    /** Where drugs are held out, only they are judged within a drug; elsewhere every drug is. */
    private static int counted(Judged fold, int drug) {
        return fold.split().heldOutDrugs().length == 0 || fold.split().holdsOut(drug) ? drug : -1;
    }

    private FoldFigures figures(Judged fold) {
        Map<String, FoldValues> values = new TreeMap<>();
        fold.answers().forEach((name, answers) -> values.put(name, values(fold, answers)));
        FoldValues model = values.remove(predictors.get(0));
        try {
            return new FoldFigures(
                    fold.split().index(),
                    fold.split().trainingRows().length,
                    fold.split().testRows().length,
                    HeldOut.names(fold.screen(), protocol.regime(), fold.split()),
                    model,
                    values,
                    Json.tree(fold.answers().get(predictors.get(0)).notes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FoldValues values(Judged fold, Answers answers) {
        Map<String, Double> values = new TreeMap<>();
        int[] kept = defined(
                answers, IntStream.range(0, answers.probability().length).toArray());
        for (Map.Entry<Measure, Double> value :
                judged(fold, answers, kept).measures().entrySet()) {
            values.put(value.getKey().key(), round(value.getValue()));
        }
        return new FoldValues(answers.undefined(), values);
    }

    static double round(double value) {
        return Math.round(value * SIX_DIGITS) / SIX_DIGITS;
    }
}
