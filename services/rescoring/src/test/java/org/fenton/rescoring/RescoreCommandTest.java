package org.fenton.rescoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs the real job in this JVM on the committed bundle and the example, with a small release of its own. */
class RescoreCommandTest {
    private static final Path BUNDLE = Path.of("../../bundles/zip-1");
    private static final Path EXAMPLE = Path.of("../../deploy/local/examples/h1975-wz4002-resistant.json");
    private static final String RELEASE = """
            {"approval":"APPROVED","classes":["jak-inhibitor"],"exposure":{"reachable":"UNKNOWN"},"id":"ruxolitinib","listings":[{"kind":"JAK_STAT","row":"r1","state":"CONFIRMED"}],"name":"ruxolitinib","patientUse":{"allowed":true},"smiles":"N#CC[C@H](C1CCCC1)n1cc(-c2ncnc3[nH]ccc23)cn1","targets":[{"contested":false,"directness":"DIRECT","effect":"INHIBIT","node":"JAK2","potencyNanomolar":3}],"type":"drug"}
            {"approval":"APPROVED","classes":[],"exposure":{"reachable":"NO"},"id":"sulfasalazine","listings":[{"kind":"FERROPTOSIS_INDUCER","row":"r2","state":"CONFIRMED"}],"name":"sulfasalazine","patientUse":{"allowed":true},"smiles":"OC(=O)C1=CC(=CC=C1O)\\\\N=N\\\\C1=CC=C(C=C1)S(=O)(=O)NC1=CC=CC=N1","targets":[{"contested":false,"directness":"DIRECT","effect":"INHIBIT","node":"SLC7A11"}],"type":"drug"}
            {"from":["SLC7A11"],"id":"E1","level":"IN_VITRO","scopes":["general"],"sign":"-","studies":["PMID:22632970"],"to":["ferroptosis"],"type":"edge"}
            {"approval":"INVESTIGATIONAL","classes":["egfr-inhibitor"],"exposure":{"reachable":"UNKNOWN"},"id":"wz4002","listings":[{"kind":"BACKBONE","row":"r3","state":"CONFIRMED"}],"name":"WZ4002","patientUse":{"allowed":false,"reason":"tool"},"type":"drug"}
            {"id":"LUAD","name":"Lung Adenocarcinoma","parent":"NSCLC","tissue":"Lung","type":"tumour"}
            """;

    @TempDir
    static Path folder;

    private static Path release;
    private static Path cohort;

    private record Run(int code, String out, String err) {}

    @BeforeAll
    static void writeInputs() throws IOException {
        release = Files.writeString(folder.resolve("release.ndjson"), RELEASE);
        String example = Files.readString(EXAMPLE).replace("\n", " ");
        cohort = Files.writeString(
                folder.resolve("cohort.ndjson"),
                example + "\n" + example.replace("LUAD", "LAUD") + "\n\n" + example.replace("H1975", "H1975 again")
                        + "\n");
    }

    private static Run run(String out, String... more) {
        return run(out, BUNDLE, more);
    }

    private static Run run(String out, Path bundle, String... more) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "--cohort",
                cohort.toString(),
                "--release",
                release.toString(),
                "--bundle",
                bundle.toString(),
                "--out",
                folder.resolve(out).toString()));
        arguments.addAll(List.of(more));
        int code = RescoreCommand.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
        return new Run(code, output.toString(), errors.toString());
    }

    @Test
    void ranksEveryCaseAndSetsThePoisonedOneAside() throws IOException {
        Run run = run("first");
        assertEquals(1, run.code, run.err);
        List<String> rankings = Files.readAllLines(folder.resolve("first/rankings.ndjson"));
        assertEquals(2, rankings.size());
        assertTrue(rankings.get(0).contains("\"combination\":\"sulfasalazine\""), rankings.get(0));
        List<String> failed = Files.readAllLines(folder.resolve("first/failed.ndjson"));
        assertEquals(1, failed.size());
        assertTrue(failed.get(0).contains("\"line\":2") && failed.get(0).contains("LUAD"), failed.get(0));
        String last = run.out.strip().lines().reduce((a, b) -> b).orElseThrow();
        assertTrue(last.contains("\"cases\":3") && last.contains("\"failed\":1"), last);
    }

    @Test
    void partitionsDoNotChangeTheBytes() throws IOException {
        run("one", "--master", "local[1]");
        run("two", "--master", "local[2]");
        assertEquals(
                Files.readString(folder.resolve("one/rankings.ndjson")),
                Files.readString(folder.resolve("two/rankings.ndjson")));
    }

    @Test
    void anExistingFolderIsNeverOverwritten() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Run run = run("taken");
        assertEquals(CommandLine.ExitCode.USAGE, run.code);
        assertTrue(run.err.contains("exists already"), run.err);
        try (var files = Files.list(taken)) {
            assertFalse(files.findAny().isPresent());
        }
    }

    @Test
    void aMissingBundleIsSaidInOneLine() {
        Run run = run("none", folder.resolve("nowhere"));
        assertEquals(CommandLine.ExitCode.USAGE, run.code);
        assertEquals(1, run.err.strip().lines().count(), run.err);
        assertFalse(Files.exists(folder.resolve("none")));
    }
}
