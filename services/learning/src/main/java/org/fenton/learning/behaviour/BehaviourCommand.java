package org.fenton.learning.behaviour;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.fenton.core.behaviour.BehaviourAnswer;
import org.fenton.core.behaviour.BehaviourCase;
import org.fenton.core.behaviour.BehaviourSuite;
import org.fenton.core.behaviour.ReasonDeletion;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.Ranker;
import org.fenton.core.ranking.RankingPolicy;
import org.fenton.documents.BehaviourCaseReader;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.DocumentException;
import org.fenton.documents.PolicyReader;
import org.fenton.documents.ReleaseReader;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.prediction.CasePredictions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ranks every case of the behaviour suite and prints what is not as the facts say. */
@Command(
        name = "behaviour",
        mixinStandardHelpOptions = true,
        description = {
            "Ranks cases whose answer the facts give, and says which are met, which fail and which are known gaps;",
            "then which drugs fill the top tens. Needs no running stack. Exit 1 when a case fails, when a gap has",
            "closed, or when something that must never be shown is among the first twenty. The last line is one JSON",
            "object. Research use only."
        })
public final class BehaviourCommand implements Callable<Integer> {
    @Option(names = "--cases", paramLabel = "FILE", description = "Another file of cases; default the shipped one.")
    private @Nullable Path cases;

    @Option(names = "--out", paramLabel = "FILE", description = "Also write the table to a file.")
    private @Nullable Path out;

    @Option(
            names = "--release",
            required = true,
            paramLabel = "FILE",
            description = "Lines of a release; fenton behaviour makes them from the shipped seeds.")
    private Path release = Path.of("");

    @Option(
            names = "--bundle",
            paramLabel = "DIR",
            defaultValue = "${env:FENTON_BUNDLE}",
            description = "Model bundle; default FENTON_BUNDLE.")
    private Path bundle = Path.of("");

    @Option(names = "--policy", paramLabel = "FILE", description = "Another policy; default the shipped one.")
    private @Nullable Path policy;

    @Option(
            names = "--deletion",
            description = "Instead of the suite: strike the rows of each leader's top reason out of the release and say"
                    + " what its score becomes. No model is asked.")
    private boolean deletion;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, BundleException {
        PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
        Knowledge knowledge = knowledge();
        Ranker ranker = new Ranker(knowledge, policy());
        CasePredictions predictions = new CasePredictions(knowledge, ModelBundle.load(bundle));
        List<BehaviourCase> asked = cases(knowledge, ranker.policy());
        if (deletion) {
            return deletion(knowledge, ranker, asked, print);
        }
        BehaviourSuite suite = BehaviourSuite.run(
                knowledge, asked, tumourCase -> ranker.rank(tumourCase, predictions.predict(ranker, tumourCase)));
        if (out != null) {
            Files.writeString(out, suite.table());
        }
        print.print(suite.table());
        print.println(json(suite));
        print.flush();
        return suite.holds() ? 0 : 1;
    }

    private int deletion(Knowledge knowledge, Ranker ranker, List<BehaviourCase> asked, PrintWriter print)
            throws IOException {
        List<ReasonDeletion> deletions = asked.stream()
                .flatMap(one -> ReasonDeletion.of(knowledge, ranker, one).stream())
                .toList();
        String table = ReasonDeletion.table(deletions);
        if (out != null) {
            Files.writeString(out, table);
        }
        print.print(table);
        print.flush();
        return deletions.stream().anyMatch(one -> one.result() == ReasonDeletion.Result.NOT_LOWER) ? 1 : 0;
    }

    private RankingPolicy policy() throws IOException {
        if (policy == null) {
            return PolicyReader.shipped();
        }
        try {
            return PolicyReader.read(Files.readAllBytes(policy));
        } catch (DocumentException | IllegalArgumentException problem) {
            throw new IllegalArgumentException(policy + " " + problem.getMessage(), problem);
        }
    }

    private Knowledge knowledge() throws IOException {
        try (InputStream lines = Files.newInputStream(release)) {
            return ReleaseReader.read(lines);
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException("no release file " + release, missing);
        }
    }

    private List<BehaviourCase> cases(Knowledge knowledge, RankingPolicy under) throws IOException {
        if (cases == null) {
            return BehaviourCaseReader.shipped(knowledge, under);
        }
        try (Reader text = Files.newBufferedReader(cases)) {
            return new ArrayList<>(BehaviourCaseReader.read(text, knowledge, under));
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException("no case file " + cases, missing);
        } catch (DocumentException problem) {
            throw new IllegalArgumentException(cases + " " + problem.getMessage(), problem);
        }
    }

    private static String json(BehaviourSuite suite) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("bench", "behaviour");
        root.put("release", suite.releaseId());
        root.put("bundle", suite.bundleId());
        root.put("policy", suite.policyId());
        root.put("cases", suite.answers().size());
        root.put("passed", suite.count(BehaviourAnswer.Status.PASSED));
        root.put("failed", suite.count(BehaviourAnswer.Status.FAILED));
        root.put("gaps", suite.count(BehaviourAnswer.Status.GAP));
        root.put("gapsClosed", suite.count(BehaviourAnswer.Status.GAP_CLOSED));
        root.put("neverShow", suite.absurd());
        root.put("entropyBits", suite.flyers().entropyBits());
        root.put("entropyNormalised", suite.flyers().normalised());
        return CanonicalJson.write(root);
    }
}
