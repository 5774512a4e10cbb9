package org.fenton.rescoring;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.fenton.rescoring.score.ScoreWriting;
import org.fenton.rescoring.score.ScoresNotWritten;
import org.fenton.rescoring.store.RunFolder;
import picocli.CommandLine.Option;

/** Whether a committed result also goes to a catalog. */
final class ScoreOptions {
    static final int NOT_WRITTEN = 5;

    @Option(
            names = "--write-scores",
            paramLabel = "URL",
            description = "Also writes the committed result to the score API of this catalog, in bulk; a repeated run"
                    + " writes only what is missing there. The token is FENTON_TOKEN.")
    private Optional<URI> address = Optional.empty();

    @Option(
            names = "--patience",
            defaultValue = "120",
            paramLabel = "SECONDS",
            description = "How long a catalog that is silent or busy is asked again (${DEFAULT-VALUE}).")
    private long patience;

    @Option(names = "--scores-at-once", defaultValue = "100", hidden = true, description = "Rankings of a batch.")
    private int atOnce;

    void write(RunFolder folder, Committed committed, StopSignal signal, PrintWriter out)
            throws IOException, InterruptedException, ScoresNotWritten {
        if (address.isPresent()) {
            var target = new ScoreWriting.Target(address.get(), Duration.ofSeconds(patience), atOnce);
            out.println(new ScoreWriting(target, signal::stopped).write(committed.result(), folder.work()));
        }
    }
}
