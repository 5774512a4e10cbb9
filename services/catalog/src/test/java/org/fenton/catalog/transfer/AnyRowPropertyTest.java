package org.fenton.catalog.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fenton.catalog.claim.ClaimEntity;
import org.fenton.catalog.claim.ClaimView;
import org.fenton.catalog.claim.SourceEntity;
import org.fenton.catalog.claim.SourceView;
import org.fenton.catalog.combination.CombinationEntity;
import org.fenton.catalog.combination.CombinationView;
import org.fenton.catalog.mechanism.EdgeEntity;
import org.fenton.catalog.mechanism.EdgeView;
import org.fenton.catalog.safety.SafetyRuleEntity;
import org.fenton.catalog.safety.SafetyRuleView;
import org.fenton.catalog.seed.GivenTable;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;
import org.fenton.catalog.seed.SeedReport;

/** A row that is taken, written out in any format and read again is the same row, whatever stands in its cells. */
class AnyRowPropertyTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private static final Map<String, Set<String>> KEYS = Map.of(
            "source", Set.of("S-ONE", "S-TWO"),
            "node", Set.of("STAT3", "GPX4", "labile-iron"),
            "drug_class", Set.of("jak-inhibitor"),
            "tumour", Set.of("HCC"),
            "scope", Set.of("hcc", "gastric"),
            "drug", Set.of("ruxolitinib", "erastin"));

    private static final Map<String, Function<Object, Object>> VIEWS = Map.of(
            "source", row -> SourceView.of((SourceEntity) row),
            "edge", row -> EdgeView.of((EdgeEntity) row),
            "combination", row -> CombinationView.of((CombinationEntity) row),
            "rule", row -> SafetyRuleView.of((SafetyRuleEntity) row),
            "claim", row -> ClaimView.of((ClaimEntity) row));

    private static final Map<String, List<String>> IDS = Map.of(
            "source", List.of("S-X1", "S-X2"),
            "edge", List.of("E901", "E902"),
            "combination", List.of("K91", "K92"),
            "rule", List.of("SF91", "SF92"),
            "claim", List.of("E1@PMID:7"));

    /** What a column may hold that is no free text; a column not named here holds any text, or nothing. */
    private static final Map<String, List<String>> CHOICES = Map.ofEntries(
            Map.entry("from", List.of("STAT3", "STAT3; GPX4", "labile-iron; STAT3")),
            Map.entry("to", List.of("GPX4", "GPX4; labile-iron")),
            Map.entry("sign", List.of("+", "-", "?")),
            Map.entry("scopes", List.of("general", "hcc; gastric", "gastric")),
            Map.entry(
                    "ferroptosis", List.of("UP", "DOWN", "NOT_MEASURED", "PROMOTES", "SUPPRESSES", "CONTEXT", "NONE")),
            Map.entry("level", List.of("CLINICAL", "IN_VIVO", "IN_VITRO", "DATABASE", "INFERENCE")),
            Map.entry("inferredModel", List.of("YES", "NO")),
            Map.entry("studies", List.of("", "PMID:1", "PMID:2; DOI:10.1/x,y", "TEXT:a \"quoted\" word; PMID:3")),
            Map.entry("sameAs", List.of("", "DOI:10.1/x", "PMC:PMC1; DOI:10.1/X")),
            Map.entry("source", List.of("S-ONE", "S-TWO; S-ONE")),
            Map.entry("subjectType", List.of("edge", "drug", "combination")),
            Map.entry("direction", List.of("SUPPORTS", "DISPUTES", "NEUTRAL")),
            Map.entry("outcome", List.of("SYNERGY", "NO_BENEFIT", "MECHANISTIC")),
            Map.entry("ferroptosisMeasured", List.of("YES", "NO", "INDIRECT")),
            Map.entry("agent1Drugs", List.of("", "ruxolitinib", "ruxolitinib; erastin")),
            Map.entry("agent2Drugs", List.of("", "erastin")),
            Map.entry("drugs", List.of("ruxolitinib", "erastin; ruxolitinib")),
            Map.entry("classes", List.of("", "jak-inhibitor")),
            Map.entry("condition", List.of("always", "lab platelets < 50 10*9/L & age > 65")),
            Map.entry("action", List.of("STOP", "MONITOR")),
            Map.entry("severity", List.of("CRITICAL", "LOW")),
            Map.entry("licence", List.of("CC-BY-4.0", "UNKNOWN")),
            Map.entry("study", List.of("PMID:7", "TEXT:said at a meeting, 2019", "S-ONE")));

    @Property(tries = 600)
    void whatIsExportedIsReadBackAsTheSameRow(@ForAll("rows") Map<String, String> row, @ForAll Format format)
            throws IOException {
        String type = row.get("type");
        SeedReport report = new SeedReport();
        Map<String, String> cells = new LinkedHashMap<>(row);
        cells.remove("type");
        Object first = read(type, List.copyOf(cells.keySet()), new GivenTable.Line(2, cells), report);
        assertEquals(0, report.count(), () -> report.faults() + " in " + cells);
        JsonNode exported = view(type, first);

        StringWriter file = new StringWriter();
        new Written(file, format, FactType.named(type)).row(exported);
        var bytes = new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8));
        GivenFile given = GivenFile.open(bytes, format, type, report);
        List<GivenTable.Line> lines = given.next(10);
        assertEquals(1, lines.size(), file::toString);
        Object second = read(type, given.header(), lines.get(0), report);
        assertTrue(report.count() == 0, () -> report.faults() + " in " + file);
        assertEquals(exported, view(type, second), file::toString);
    }

    private static Object read(String type, List<String> header, GivenTable.Line line, SeedReport report) {
        FactType rows = FactType.named(type);
        GivenTable table = new GivenTable(rows.file(), header, List.of(line), any -> {});
        List<FactType.Read> read = rows.reader().read(SeedFolder.of(table, report), known());
        return read.get(0).row();
    }

    /** What the database holds; a reading adds the keys of its own rows to it. */
    private static FactType.Known known() {
        return new FactType.Known(
                SeedKeys.stored(table -> new TreeSet<>(KEYS.get(table))),
                Map.of("ruxolitinib", "Ruxolitinib", "erastin", "Erastin"));
    }

    private static JsonNode view(String type, Object row) {
        return JSON.valueToTree(VIEWS.get(type).apply(row));
    }

    @Provide
    Arbitrary<Map<String, String>> rows() {
        return Arbitraries.of(VIEWS.keySet().stream().sorted().toList()).flatMap(AnyRowPropertyTest::rows);
    }

    private static Arbitrary<Map<String, String>> rows(String type) {
        Arbitrary<Map<String, String>> rows = Arbitraries.just(Map.of("type", type));
        for (String column : FactType.named(type).columns()) {
            rows = rows.flatMap(row -> cell(type, column, row).map(cell -> with(row, column, cell)));
        }
        return rows;
    }

    private static Map<String, String> with(Map<String, String> row, String column, String cell) {
        Map<String, String> more = new LinkedHashMap<>(row);
        more.put(column, cell);
        if (row.get("type").equals("claim") && column.equals("study")) {
            more.put("id", "E1@" + cell);
        }
        return more;
    }

    private static Arbitrary<String> cell(String type, String column, Map<String, String> row) {
        if (column.equals("id")) {
            return Arbitraries.of(IDS.get(type));
        }
        if (column.equals("ferroptosis")) {
            return type.equals("edge")
                    ? Arbitraries.of("PROMOTES", "SUPPRESSES", "CONTEXT", "NONE")
                    : Arbitraries.of("UP", "DOWN", "NOT_MEASURED");
        }
        // A second agent's drugs and role need its text.
        if (column.startsWith("agent2")
                && !column.equals("agent2Text")
                && row.get("agent2Text").isEmpty()) {
            return Arbitraries.just("");
        }
        return CHOICES.containsKey(column) ? Arbitraries.of(CHOICES.get(column)) : text(isRequired(column));
    }

    private static boolean isRequired(String column) {
        return !Set.of("mechanism", "contextText", "note", "agent1Role", "agent2Text", "agent2Role", "resistanceText")
                        .contains(column)
                && !Set.of("threshold", "setting", "readHow", "licenceNote", "identifier")
                        .contains(column);
    }

    /** Whatever a curator's keyboard makes: quotes, commas, separators of lists, hashes, Greek, a blank that does not break. */
    private static Arbitrary<String> text(boolean required) {
        return Arbitraries.strings()
                .withChars(" ,;\"'#|\\/{}[]<>=:+-.%\u00a0\u2028αβ→é")
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .ofMinLength(required ? 1 : 0)
                .ofMaxLength(24)
                .map(String::strip)
                .filter(text -> !required || !text.isEmpty());
    }
}
