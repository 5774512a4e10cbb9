package org.fenton.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fenton.local.home.FentonHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with the jars as built, the shipped seeds, the shipped bundle and the shipped cases. */
class BehaviourTest {
    @TempDir
    private Path folder;

    private static int fenton(String... arguments) {
        return Fenton.commandLine(new FentonHome(Clone.ROOT, Clone.ROOT.resolve(".local")))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }

    @Test
    void everyCaseIsAsTheFactsSayAndNothingAbsurdIsShown() throws IOException {
        Path table = Path.of("target/behaviour.txt");
        int exit = fenton("behaviour", "--out=" + table);
        String text = Files.readString(table);
        assertEquals(0, exit, text);
        String all =
                text.lines().filter(line -> line.startsWith("all ")).findFirst().orElseThrow();
        List<String> cells = List.of(all.split(" +"));
        assertTrue(Integer.parseInt(cells.get(1)) >= 150, all);
        assertEquals("0", cells.get(3), "failed: " + all);
        assertEquals("0", cells.get(5), "shown although never: " + all);
        assertTrue(text.contains("entropy "), text);
    }

    @Test
    void oneThingThatMustNeverBeShownFailsTheSuite() throws IOException {
        Path cases = folder.resolve("cases.jsonl");
        Files.writeString(cases, """
                {"id":"a","kind":"context","tests":"t","sources":["C01"],"case":{"oncotree":"HCC","activities":{"STAT3":4,"STAT1":-3}},"neverShow":["ruxolitinib"],"gap":"excused"}
                """);
        Path table = folder.resolve("table.txt");
        assertEquals(1, fenton("behaviour", "--cases=" + cases, "--out=" + table));
        assertTrue(Files.readString(table).contains("never show: ruxolitinib"), Files.readString(table));
    }

    @Test
    void aClassPackEntersAsDataAloneAndItsCasesPass() throws IOException {
        Path pack = Clone.ROOT.resolve("services/catalog/src/test/resources/packs/bcl2-fixture");
        Path table = folder.resolve("table.txt");
        assertEquals(0, fenton("behaviour", "--pack=" + pack, "--out=" + table));
        assertTrue(Files.readString(table).contains("testclax-one"), Files.readString(table));
        assertEquals(2, fenton("behaviour", "--pack=" + folder.resolve("nowhere")));
    }

    @Test
    void aCaseFileThatIsNotThereOrNotRightIsInput() throws IOException {
        assertEquals(2, fenton("behaviour", "--cases=" + folder.resolve("none.jsonl")));
        Path cases = folder.resolve("cases.jsonl");
        Files.writeString(cases, "{\"id\":\"a\"}");
        assertEquals(2, fenton("behaviour", "--cases=" + cases));
    }
}
