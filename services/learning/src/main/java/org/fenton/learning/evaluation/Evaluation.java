package org.fenton.learning.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.fenton.learning.data.DataFiles;
import org.fenton.learning.data.DataFiles.Input;
import org.fenton.learning.data.Screen;
import org.fenton.learning.data.Screens;
import org.fenton.learning.training.RowLearner;

/** Runs a protocol on the data files: the model beside every baseline that the screen allows. */
public final class Evaluation {
    private final DataFiles files;
    private final Options options;

    /**
     * @param model what is judged
     * @param modelInputs files that decide the model besides the screen's
     * @param workDirectory where finished answers are kept
     * @param resume whether answers found there are used
     */
    public record Options(
            RowLearner model, Set<Input> modelInputs, long seed, Path workDirectory, boolean resume, int threads) {}

    /** Progress: {@code done} of {@code total}, and what is going on. */
    public record Progress(int done, int total, String what) {}

    public Evaluation(DataFiles files, Options options) {
        this.files = files;
        this.options = options;
    }

    /** @throws IllegalArgumentException when a data file lacks or cannot be read */
    public ProtocolReport run(Protocol protocol, Consumer<Progress> progress) throws IOException {
        Screen screen = protocol.screen().read(files);
        EnumSet<Input> inputs = EnumSet.copyOf(protocol.screen().inputs());
        inputs.addAll(options.modelInputs());
        List<RowLearner> baselines = new ArrayList<>(KeyedMeans.all());
        baselines.add(new OneHotBoosting());
        if (EnumSet.of(Screens.DEEPDDS, Screens.ONEIL).contains(protocol.screen())) {
            inputs.add(Input.ONEIL_SINGLE_AGENTS);
            SingleAgentEffects effects = SingleAgentEffects.read(files);
            for (SingleAgentRule.Reference reference : SingleAgentRule.Reference.values()) {
                baselines.add(new SingleAgentRule(reference, effects));
            }
        }
        Map<String, String> hashes = files.hashes(inputs);
        return new ProtocolRun(
                        protocol,
                        screen,
                        new ProtocolRun.Plan(options.model(), baselines, options.seed(), hashes, options.threads()),
                        AnswerStore.open(options.workDirectory(), options.resume()),
                        progress)
                .run();
    }
}
