package org.fenton.local.chaos;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.fenton.local.Clone;
import org.fenton.local.command.Passthrough;
import org.fenton.local.home.FentonHome;
import org.fenton.local.parity.ParityCases;
import org.fenton.local.stack.LoneCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real job and the real catalog on a real PostgreSQL; {@code fenton chaos scores} does the same with more kills. */
class ScoreKillsTest {
    @TempDir
    Path data;

    @Test
    void aCatalogKilledInTheMiddleOfAWriteHasEverythingOnceInTheEnd() throws Exception {
        FentonHome home = new FentonHome(Clone.ROOT, data);
        StringWriter said = new StringWriter();
        try (LoneCatalog catalog = LoneCatalog.start(home)) {
            Path example = home.examples().resolve("h1975-wz4002-resistant.json");
            boolean right = new ScoreKills(catalog, data, new PrintWriter(said))
                    .run(
                            new ScoreKills.Plan(12, 1, false),
                            new ParityCases(example, data),
                            arguments -> Passthrough.rescore(home, arguments));
            assertTrue(right, said.toString());
        }
    }
}
