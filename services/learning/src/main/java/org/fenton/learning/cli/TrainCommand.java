package org.fenton.learning.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.bundle.BundleFiles;
import org.fenton.learning.bundle.BundleMaker;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.bundle.ModelCard;
import org.fenton.learning.data.DataFiles;
import org.fenton.learning.data.DrugDirectory;
import org.fenton.learning.evaluation.EvaluationReport;
import org.fenton.learning.evaluation.LeaveDrugEvaluation;
import org.fenton.learning.evaluation.Reliability;
import org.fenton.learning.files.Json;
import org.fenton.learning.heads.HeadKind;
import org.fenton.learning.heads.HeadsBundle;
import org.fenton.learning.heads.HeadsCard;
import org.fenton.learning.heads.HeadsMaker;
import org.fenton.learning.interaction.GraphSlice;
import org.fenton.learning.names.DrugNames;
import org.fenton.learning.names.DrugNamesMaker;
import org.fenton.learning.structure.StructureReader;
import org.fenton.learning.training.LearnedHead;
import org.fenton.learning.training.Learner;
import org.fenton.learning.training.LearningPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Evaluates, trains on all rows, and writes a bundle with its card. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description =
                "Trains a bundle: same data and seed, same bytes; its reliability in bins is written beside it. The last line is the bundle id and figures as JSON.")
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            description = "Directory with combinations/, cell-lines/, drugs/, networks/.")
    private Path data;

    @Option(
            names = "--out",
            required = true,
            description = "Directory of the new bundle; its last name is the bundle's name.")
    private Path out;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of folds and trainers (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--card",
            description = "Also write the card with the bundle id to this file, and its picture to images/ beside it.")
    private @Nullable Path card;

    @Option(
            names = "--heads",
            split = ",",
            paramLabel = "HEAD",
            description = "Train a bundle of heads for cell lines, which fenton predict asks, instead of the tumour's"
                    + " bundle: synergy, benefit, sensitivity.")
    private List<String> heads = List.of();

    @Option(
            names = "--seeds",
            description = "With --heads: directory of the catalog's seed tables, whose drugs are then known by name.")
    private @Nullable Path seeds;

    @Option(
            names = "--release",
            paramLabel = "FILE",
            description =
                    "With --heads: lines of a catalog release, whose signed graph gives features; fenton train makes"
                            + " them from the shipped seeds.")
    private @Nullable Path release;

    @Override
    public Integer call() throws IOException, BundleException {
        if (!heads.isEmpty()) {
            return trainHeads();
        }
        Progress progress = new Progress(spec.commandLine().getErr());
        Workspace workspace = Workspace.open(data);
        LeaveDrugEvaluation protocol = EvaluateCommand.evaluation(workspace, seed, progress);
        EvaluationReport evaluation = protocol.run(EvaluateCommand.FOLDS);
        progress.say("final training on all rows");
        List<Integer> all =
                IntStream.range(0, workspace.data().rows().size()).boxed().toList();
        LearnedHead head = new Learner(
                        workspace.data(), workspace.features(), LearningPlan.standard(seed), progress::say)
                .learn(all);
        BundleFiles files = BundleMaker.make(new BundleMaker.Parts(
                String.valueOf(out.toAbsolutePath().normalize().getFileName()),
                workspace.data(),
                workspace.features(),
                workspace.families(),
                head,
                workspace.panel(),
                evaluation,
                workspace.files().hashes()));
        files.write(out);
        EvaluateCommand.write(Reliability.beside(out), Json.pretty(protocol.reliability(evaluation)));
        ModelBundle written = ModelBundle.load(out);
        if (card != null) {
            ModelCard.of(written).write(card);
        }
        Map<String, Object> figures = new TreeMap<>(EvaluateCommand.summary(evaluation));
        figures.put("bundle", written.id());
        figures.put("bytes", files.size());
        figures.put("seconds", progress.seconds());
        spec.commandLine().getOut().println(Json.line(figures));
        return 0;
    }

    private int trainHeads() throws IOException, BundleException {
        if (release == null) {
            throw new ParameterException(spec.commandLine(), "--release is needed: the lines of a catalog release");
        }
        Progress progress = new Progress(spec.commandLine().getErr());
        DataFiles files = new DataFiles(data);
        List<HeadKind> kinds =
                heads.stream().map(HeadKind::of).distinct().sorted().toList();
        StructureReader structures = new StructureReader();
        DrugNames drugs = DrugNamesMaker.read(
                files, DrugDirectory.read(files, structures), structures, Optional.ofNullable(seeds));
        BundleFiles made = new HeadsMaker(files, seed, progress::say)
                .make(
                        String.valueOf(out.toAbsolutePath().normalize().getFileName()),
                        kinds,
                        drugs,
                        GraphSlice.of(release));
        made.write(out);
        HeadsBundle written = HeadsBundle.load(out);
        if (card != null) {
            Files.writeString(card, HeadsCard.markdown(written));
        }
        Map<String, Object> figures = new TreeMap<>();
        figures.put("bundle", written.id());
        figures.put("bytes", made.size());
        figures.put("heads", written.document().heads().keySet());
        figures.put("seconds", progress.seconds());
        spec.commandLine().getOut().println(Json.line(figures));
        return 0;
    }
}
