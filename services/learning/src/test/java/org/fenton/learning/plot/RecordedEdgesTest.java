package org.fenton.learning.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fenton.core.programme.ActivityProgramme;
import org.fenton.core.programme.GeneProgramme;
import org.fenton.core.programme.Programme;
import org.fenton.core.programme.Programmes;
import org.fenton.learning.plot.MechanismLayout.Edge;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What pictures and programmes cite stands in the catalog's edges, with the same sign and studies. */
class RecordedEdgesTest {
    private static final Path EDGES = Path.of("../catalog/src/main/resources/seed/edges.tsv");
    private static final Pattern ID = Pattern.compile("E\\d{3}");

    private static final Map<String, Map<String, String>> BY_ID = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(EDGES), "the catalog's sources are not beside this module");
        List<String> lines = Files.readAllLines(EDGES).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        String[] header = lines.get(0).split("\t");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(header[i], cells[i]);
            }
            BY_ID.put(cells[0], row);
        }
    }

    @Test
    void everyIdAndStudyOfAMemberIsRecorded() {
        List<String> sources = new ArrayList<>();
        for (Programme programme : Programmes.standard().list()) {
            Stream<String> own = programme instanceof GeneProgramme set
                    ? set.members().stream().map(GeneProgramme.Member::source)
                    : ((ActivityProgramme) programme).members().stream().map(ActivityProgramme.Member::source);
            own.forEach(sources::add);
        }
        int checked = 0;
        for (String source : sources) {
            String current = "";
            for (String part : source.split("[ ;]+")) {
                if (ID.matcher(part).matches()) {
                    current = part;
                    assertTrue(BY_ID.containsKey(part), source);
                    checked++;
                } else if (part.startsWith("PMID:") || part.startsWith("DOI:")) {
                    assertTrue(BY_ID.get(current).get("studies").contains(part), current + " does not record " + part);
                }
            }
        }
        assertTrue(checked > 50, "edges cited: " + checked);
    }

    @Test
    void anEdgeOfEitherSignCitesBoth() {
        List<Edge> either = MechanismLayout.standard().edges().stream()
                .filter(edge -> edge.sign() == MechanismLayout.Sign.DIFFERS)
                .toList();
        assertFalse(either.isEmpty());
        for (Edge edge : either) {
            List<String> signs = ID.matcher(edge.source())
                    .results()
                    .map(id -> BY_ID.get(id.group()).get("sign"))
                    .toList();
            assertTrue(signs.contains("+") && signs.contains("-"), edge.source() + " " + signs);
        }
    }

    /** The first id of each drawn edge has its sign; a factor's drawing may stand for a complex, so nodes are not compared. */
    @Test
    void everyDrawnEdgeHasTheRecordedSign() {
        for (Edge edge : MechanismLayout.standard().edges()) {
            Matcher id = ID.matcher(edge.source());
            if (!id.find()) {
                assertEquals("OmniPath", edge.source());
                continue;
            }
            Map<String, String> recorded = BY_ID.get(id.group());
            assertEquals(
                    edge.sign() == MechanismLayout.Sign.INHIBITS ? "-" : "+",
                    recorded.get("sign"),
                    edge.from().id() + " to " + edge.to().id() + ", " + edge.source());
        }
    }
}
