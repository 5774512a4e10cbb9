package org.fenton.learning.signs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.signs.SignAnswer;
import org.fenton.core.signs.SignCase;
import org.fenton.core.signs.SignCaseReader;
import org.fenton.core.signs.SignSuite;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.ReleaseReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks the mechanism engine every question of the sign suite and prints each answer with the paths behind it. */
@Command(
        name = "sign-suite",
        mixinStandardHelpOptions = true,
        description = {
            "Questions with known answers about what a drug does to ferroptosis in a context, and what the engine says.",
            "Exit 1 when an answer is not as the file says. The last line is one JSON object."
        })
public final class SignSuiteCommand implements Callable<Integer> {
    @Option(
            names = "--release",
            paramLabel = "FILE|URL",
            defaultValue = "http://localhost:8081/v1/releases/current/lines",
            description = "Lines of a catalog release; default the running catalog's, ${DEFAULT-VALUE}.")
    private String release = "";

    @Option(names = "--cases", paramLabel = "FILE", description = "Another case file; default the shipped one.")
    private @Nullable Path cases;

    @Option(names = "--table", paramLabel = "FILE", description = "Also write every column as TSV.")
    private @Nullable Path table;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Knowledge knowledge = knowledge();
        SignSuite suite = SignSuite.run(knowledge, cases(knowledge));
        if (table != null) {
            Files.writeString(table, suite.table());
        }
        for (SignAnswer answer : suite.answers()) {
            out.printf(
                    Locale.ROOT,
                    "%-7s %-10s %-10s %-13s %s in %s: %s%n",
                    answer.signCase().id(),
                    answer.status(),
                    answer.effect().direction(),
                    answer.assessment().outlook(),
                    answer.signCase().drugs(),
                    answer.signCase().tumourCase().label(),
                    SignSuite.carrying(answer.effect()));
        }
        out.println();
        out.print(suite.exceptions());
        out.println(json(suite));
        out.flush();
        return suite.count(SignAnswer.Status.FAILED) + suite.count(SignAnswer.Status.GAP_CLOSED) == 0 ? 0 : 1;
    }

    private List<SignCase> cases(Knowledge knowledge) throws IOException {
        if (cases == null) {
            return SignCaseReader.shipped(knowledge);
        }
        try (Reader text = Files.newBufferedReader(cases)) {
            return SignCaseReader.read(text, knowledge);
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException("no case file " + cases, missing);
        } catch (IllegalArgumentException problem) {
            throw new IllegalArgumentException(cases + " " + problem.getMessage(), problem);
        }
    }

    private Knowledge knowledge() throws IOException {
        boolean address = release.startsWith("http://") || release.startsWith("https://");
        try (InputStream lines = new BufferedInputStream(
                address ? URI.create(release).toURL().openStream() : Files.newInputStream(Path.of(release)))) {
            return ReleaseReader.read(lines);
        } catch (ConnectException down) {
            throw new IllegalArgumentException(
                    "no catalog answers at " + release + "; start it with fenton up, or give --release FILE", down);
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException("no release file " + release, missing);
        }
    }

    private static String json(SignSuite suite) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("bench", "sign-suite");
        root.put("release", suite.releaseId());
        root.put("cases", suite.answers().size());
        root.put("row", suite.count(SignCase.Kind.ROW));
        root.put("composed", suite.count(SignCase.Kind.COMPOSED));
        root.put("passed", suite.count(SignAnswer.Status.PASSED));
        root.put("failed", suite.count(SignAnswer.Status.FAILED));
        root.put("gaps", suite.count(SignAnswer.Status.GAP));
        root.put("gapsClosed", suite.count(SignAnswer.Status.GAP_CLOSED));
        return CanonicalJson.write(root);
    }
}
