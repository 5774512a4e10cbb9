package org.fenton.learning.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.jspecify.annotations.Nullable;

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
                lead(whole.baselines()),
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
            case RANDOM, LEAVE_PAIR, LEAVE_LABORATORY -> "pairs";
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
        int all = 0;
        for (Judged fold : folds) {
            IntPredicate in = part.of(fold);
            all += (int) IntStream.range(0, fold.split().testRows().length)
                    .filter(in)
                    .count();
            drawn.addAll(drawn(fold, predictor, in.and(i -> defined(fold, predictor, i))));
        }
        int rows = drawn.stream().mapToInt(d -> d.rows().size()).sum();
        return new Scored(rows, all - rows, figures(new UnitBootstrap(plan.seed()).intervals(drawn)));
    }

    /** The label-shuffled control is no baseline to beat, though it is shown among them. */
    private ProtocolReport.@Nullable Lead lead(Map<String, Scored> baselines) {
        String best = baselines.entrySet().stream()
                .filter(b -> !b.getKey().equals(predictors.get(predictors.size() - 1)))
                .filter(b -> b.getValue().figures().containsKey(Measure.ROC_AUC.key()))
                .max(Map.Entry.comparingByValue(Comparator.comparingDouble(
                        scored -> scored.figures().get(Measure.ROC_AUC.key()).value())))
                .map(Map.Entry::getKey)
                .orElse(null);
        if (best == null) {
            return null;
        }
        List<UnitBootstrap.Drawn> mine = new ArrayList<>();
        List<UnitBootstrap.Drawn> theirs = new ArrayList<>();
        for (Judged fold : folds) {
            IntPredicate both = i -> defined(fold, predictors.get(0), i) && defined(fold, best, i);
            mine.addAll(drawn(fold, predictors.get(0), both));
            theirs.addAll(drawn(fold, best, both));
        }
        return new ProtocolReport.Lead(
                best,
                mine.stream().mapToInt(d -> d.rows().size()).sum(),
                figures(new UnitBootstrap(plan.seed()).differences(mine, theirs)));
    }

    private static boolean defined(Judged fold, String predictor, int place) {
        return !Double.isNaN(fold.answers().get(predictor).probability()[place]);
    }

    /** The rows of a fold that are kept, with their units; nothing when none is. */
    private List<UnitBootstrap.Drawn> drawn(Judged fold, String predictor, IntPredicate in) {
        int[] kept =
                IntStream.range(0, fold.split().testRows().length).filter(in).toArray();
        if (kept.length == 0) {
            return List.of();
        }
        HeldOut units =
                HeldOut.of(fold.screen(), protocol.regime(), fold.split()).only(kept);
        return List.of(new UnitBootstrap.Drawn(
                fold.split().index(),
                judged(fold, fold.answers().get(predictor), kept),
                units.unitA(),
                units.unitB(),
                units.units()));
    }

    private static Map<String, Figure> figures(Map<Measure, UnitBootstrap.Interval> intervals) {
        Map<String, Figure> figures = new TreeMap<>();
        intervals.forEach((measure, interval) -> figures.put(
                measure.key(), new Figure(round(interval.value()), round(interval.lower()), round(interval.upper()))));
        return figures;
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
        int[] kept = IntStream.range(0, answers.probability().length)
                .filter(i -> !Double.isNaN(answers.probability()[i]))
                .toArray();
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
