package org.fenton.core.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgrammesTest {
    private static final Pattern SOURCE = Pattern.compile(
            "(CollecTRI in the bundle|PROGENy in the bundle|MSigDB Hallmark 7.0.*|E\\d{3} .*)(; E\\d{3} .*)*");

    @Test
    void theShippedOnesAreThoseOfTheMethods() {
        List<String> keys =
                Programmes.standard().list().stream().map(Programme::key).toList();
        assertEquals(
                List.of(
                        "jak-stat-balance",
                        "interferon-genes",
                        "stat6",
                        "nrf2",
                        "atf4",
                        "p53",
                        "hypoxia",
                        "cystine-gsh-gpx4",
                        "fsp1-coq",
                        "gch1-bh4",
                        "dhodh",
                        "pufa-phospholipid",
                        "lipid-peroxidation-enzymes",
                        "iron-uptake",
                        "iron-storage",
                        "iron-export",
                        "ferritinophagy",
                        "hepcidin"),
                keys);
    }

    @Test
    void everyMemberNamesItsSource() {
        for (Programme programme : Programmes.standard().list()) {
            Stream<String> sources = programme instanceof GeneProgramme set
                    ? set.members().stream().map(GeneProgramme.Member::source)
                    : ((ActivityProgramme) programme).members().stream().map(ActivityProgramme.Member::source);
            sources.forEach(source -> assertTrue(SOURCE.matcher(source).matches(), programme.key() + ": " + source));
        }
    }

    @Test
    void aTableThatIsNotAsItsHeaderIsNamedByLine() {
        assertMessage("members.tsv line 2: a sign is + or -, not up", "p\tP\tGENES\tCONTEXT\t-", "p\tA\tup\tE001");
        assertMessage("members.tsv line 2: 3 cells where there are 4 columns", "p\tP\tGENES\tCONTEXT\t-", "p\tA\t+");
        assertMessage("programmes.tsv line 2: kind is GENES", "p\tP\tSET\tCONTEXT\t-", "p\tA\t+\tE001");
        assertMessage("members.tsv line 2: an activity is written", "p\tP\tACTIVITIES\tCONTEXT\t-", "p\tA\t+\tE001");
        assertMessage("the programme p has no line in members.tsv", "p\tP\tGENES\tCONTEXT\t-", "q\tA\t+\tE001");
        assertMessage("its key genes [B] among them", "p\tP\tGENES\tCONTEXT\tB", "p\tA\t+\tE001");
        assertMessage("programme p names A twice", "p\tP\tGENES\tCONTEXT\t-", "p\tA\t+\tE001\np\tA\t-\tE002");
        assertMessage("p has no member that raises it", "p\tP\tACTIVITIES\tCONTEXT\t-", "p\tn:A\t-\tE001");
    }

    private static void assertMessage(String message, String programmes, String members) {
        var problem = assertThrows(IllegalArgumentException.class, () -> read(programmes, members));
        assertTrue(problem.getMessage().contains(message), problem.getMessage());
    }

    static Programmes read(String programmes, String members) throws IOException {
        return Programmes.read(
                new StringReader("programme\ttitle\tkind\teffect\tkey_genes\n" + programmes + "\n"),
                new StringReader("programme\tmember\tsign\tsource\n" + members + "\n"));
    }
}
