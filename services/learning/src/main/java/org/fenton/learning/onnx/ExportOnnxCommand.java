package org.fenton.learning.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.files.Json;
import org.fenton.learning.scoring.ScoringHead;
import org.jspecify.annotations.Nullable;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes one head of a bundle as an ONNX model. */
@Command(
        name = "export-onnx",
        mixinStandardHelpOptions = true,
        description =
                "Writes a head of a bundle as ONNX, where Tribuo can export it: linear models and factorization machines, not trees.")
public final class ExportOnnxCommand implements Callable<Integer> {
    @Option(names = "--bundle", required = true, paramLabel = "DIR", description = "Model bundle.")
    private Path bundle = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new ONNX file.")
    private Path out = Path.of("");

    @Option(names = "--head", paramLabel = "ID", description = "Which head; the only one where a bundle has one.")
    private @Nullable String head;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        try {
            ModelBundle loaded = ModelBundle.load(bundle);
            ScoringHead chosen = choose(ScoringHead.of(loaded), command);
            Model<Label> model = Model.deserializeFromFile(bundle.resolve(chosen.tribuoFile()))
                    .castModel(Label.class);
            byte[] onnx = OnnxExport.bytes(
                    model,
                    new OnnxExport.About(
                            loaded.id(),
                            chosen.id(),
                            chosen.definition(),
                            chosen.schema().hash()));
            Path unfinished = out.resolveSibling(out.getFileName() + ".unfinished");
            Files.write(unfinished, onnx);
            Files.move(unfinished, out, StandardCopyOption.REPLACE_EXISTING);
            Map<String, Object> figures = new TreeMap<>();
            figures.put("bundle", loaded.id());
            figures.put("head", chosen.id());
            figures.put("bytes", onnx.length);
            command.commandLine().getOut().println(Json.line(figures));
            return 0;
        } catch (BundleException | IllegalArgumentException e) {
            command.commandLine().getErr().println("fenton export-onnx: " + e.getMessage());
            return 2;
        }
    }

    private ScoringHead choose(List<ScoringHead> heads, CommandSpec command) {
        List<ScoringHead> matching =
                heads.stream().filter(h -> head == null || h.id().equals(head)).toList();
        if (matching.size() != 1) {
            throw new ParameterException(
                    command.commandLine(),
                    "--head names one of " + heads.stream().map(ScoringHead::id).toList());
        }
        return matching.get(0);
    }
}
