package org.fenton.core.signs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.fenton.core.SmallKnowledge;
import org.junit.jupiter.api.Test;

class SignCaseReaderTest {
    private static final String HEADER =
            "id\tkind\tquestion\tdrugs\tdisease\tgoal\tstate\tlost\tpatient\tend\texpect\tmustCite\tsources\tgap\n";

    private static List<SignCase> read(String... lines) throws IOException {
        return SignCaseReader.read(
                new StringReader("# comment\n" + HEADER + String.join("\n", lines)), new SmallKnowledge().build());
    }

    private static String line(String drugs, String disease, String state, String expect, String gap) {
        return String.join("\t", "a", "row", "why?", drugs, disease, "INDUCE", state, "", "", "", expect, "", "S", gap);
    }

    private static SignAnswer answer(String expect, String gap) throws IOException {
        return SignSuite.run(
                        new SmallKnowledge().build(), read(line("jakinib", "HCC", "STAT3=4; STAT1=-6", expect, gap)))
                .answers()
                .get(0);
    }

    @Test
    void anAnswerIsComparedWithWhatTheLineExpects() throws IOException {
        assertEquals(
                SignAnswer.Status.PASSED,
                answer("direction PROMOTES; outlook FAVOURABLE; promoting-cites STUDY:1", "")
                        .status());
        SignAnswer wrong = answer("direction INHIBITS", "");
        assertEquals(SignAnswer.Status.FAILED, wrong.status());
        assertEquals(List.of("not direction INHIBITS"), wrong.misses());
        assertTrue(SignSuite.describe(wrong).contains("⊣ JAK1 → STAT3 → GPX4"), "the path is shown");
    }

    @Test
    void aGapStaysAGapOnlyWhileItIsNotMet() throws IOException {
        assertEquals(
                SignAnswer.Status.GAP, answer("direction INHIBITS", "no fact").status());
        assertEquals(
                SignAnswer.Status.GAP_CLOSED,
                answer("direction PROMOTES", "no fact").status());
    }

    @Test
    void whatDoesNotReadIsNamedWithItsLineAndWhatWouldBeRight() {
        assertProblem(
                line("jakinibb", "HCC", "", "offered", ""),
                "line 3: [drugs] no drug 'jakinibb'; did you mean jakinib?");
        assertProblem(line("jakinib", "retinaa", "", "offered", ""), "line 3: [disease] 'retinaa' is neither");
        assertProblem(line("jakinib", "HCC", "STAT3", "offered", ""), "line 3: [state] 'STAT3' is not NAME=NUMBER");
        assertProblem(line("jakinib", "HCC", "", "direction UP", ""), "line 3: [expect] 'UP' is none of PROMOTES");
        assertProblem(line("jakinib", "HCC", "", "fires R1", ""), "line 3: [expect] 'FIRES' is none of DIRECTION");
        assertProblem(line("jakinib", "HCC", "", "fired", ""), "line 3: [expect] 'fired' needs a value");
        assertProblem("a\trow", "line 3 has 2 cells; the header has 14");
    }

    private static void assertProblem(String line, String expected) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> read(line)).getMessage();
        assertTrue(message.contains(expected), message);
    }
}
