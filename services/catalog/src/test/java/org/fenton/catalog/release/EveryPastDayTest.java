package org.fenton.catalog.release;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.fenton.catalog.Postgres;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Release A, changes, release B: every read asked of A, or of an instant between the two, answers byte for byte what it
 * answered while A was current.
 */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class EveryPastDayTest {
    private static final int TURNED = 12;

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aReadOfAPastReleaseIsTheReadOfThatDayToTheLastByte(long seed) throws SQLException {
        String first = current();
        Map<String, String> pages = new LinkedHashMap<>();
        addresses().forEach(address -> pages.put(address, body(address, "")));
        Instant between = Instant.now();
        Map<String, String> undo = change(new Random(seed));
        try {
            Set<String> same = new TreeSet<>();
            pages.forEach((address, page) -> {
                assertEquals(page, body(address, first), address + " as of the release");
                if (page.equals(body(address, ""))) {
                    same.add(address);
                }
            });
            for (String address : List.of("/v1/drugs/sorafenib", "/v1/statements?limit=500", "/v1/edges?limit=500")) {
                assertEquals(pages.get(address), body(address, between.toString()), address + " as of the instant");
                assertTrue(!same.contains(address), address + " was to be changed");
            }
            assertTrue(pages.size() - same.size() > TURNED, "too little was changed: " + (pages.size() - same.size()));
        } finally {
            undo.forEach(this::importRows);
            sql("delete from catalog.claim where origin = 'GIVEN'");
            publishWithReasons();
            sql("delete from catalog.fact_touch");
        }
        assertEquals(first, current());
    }

    private static List<String> addresses() {
        List<String> all = new ArrayList<>(List.of(
                "/v1/statements?limit=500",
                "/v1/statements?type=edge&limit=50",
                "/v1/statements?type=resistance",
                "/v1/statements?drug=sorafenib",
                "/v1/statements?drug=erastin",
                "/v1/statements?node=STAT3&limit=500",
                "/v1/statements?subject=K01",
                "/v1/statements?study=doi:10.1038/s41419-022-05082-3",
                "/v1/statements?study=PMID:35859150",
                "/v1/statements?limit=5&after=E010",
                "/v1/combinations?of=ruxolitinib%2Bcapecitabine",
                "/v1/combinations?of=erastin",
                "/v1/combinations?of=sorafenib%2Berastin",
                "/v1/drugs/Jakafi",
                "/v1/drugs/INCB%20018424",
                "/v1/drugs/resolve?name=ruxolitinib%20phosphate",
                "/v1/drugs/resolve?name=HFNKQEVNSGCOJV-OAHLLOKOSA-N",
                "/v1/drugs/resolve?name=Acid,%20zoledronic",
                "/v1/drugs/resolve?smiles=CNC(%3DO)c1cc(Oc2ccc(NC(%3DO)Nc3ccc(Cl)c(c3)C(F)(F)F)cc2)ccn1",
                "/v1/drugs/resolve?smiles=%5B2H%5DC(%5B2H%5D)(%5B2H%5D)O",
                "/v1/claims?statement=E037",
                "/v1/claims?statement=sorafenib:ferroptosis-inducer",
                "/v1/claims?subject=sorafenib",
                "/v1/edges?limit=500",
                "/v1/contexts",
                "/v1/resistance-mechanisms",
                "/v1/safety-rules?limit=200",
                "/v1/counts"));
        some(3, "/v1/drugs").forEach(drug -> all.add("/v1/drugs/" + drug));
        some(9, "/v1/statements").forEach(statement -> all.add("/v1/statements/" + statement));
        List.of("ruxolitinib", "sorafenib", "erastin", "bazedoxifene").forEach(drug -> all.add("/v1/drugs/" + drug));
        all.addAll(
                List.of("/v1/statements/E037", "/v1/statements/sorafenib:ferroptosis-inducer", "/v1/statements/E046"));
        return all;
    }

    /** Turns edges and outcomes, adds claims with a paper's second name, takes a drug a name; what undoes it, by type. */
    private Map<String, String> change(Random random) {
        Map<String, String> undo = new LinkedHashMap<>();
        for (String type : List.of("edge", "combination", "drug", "drug-listing")) {
            undo.put(type, get("/v1/exports/rows/" + type).asString());
        }
        importRows("edge", edited(undo.get("edge"), random, TURNED, cells -> {
            cells.compute("sign", (any, sign) -> "+".equals(sign) ? "-" : "+");
            cells.merge("studies", "PMID:1", (some, more) -> some.isEmpty() ? more : some);
        }));
        importRows(
                "combination",
                edited(
                        undo.get("combination"),
                        random,
                        TURNED,
                        cells -> cells.compute(
                                "outcome", (any, outcome) -> outcome.equals("SYNERGY") ? "ANTAGONISM" : "SYNERGY")));
        importRows("drug", edited(undo.get("drug"), random, 178, cells -> {
            cells.merge("synonyms", "", (some, none) -> some.replaceFirst("^[^;]*(; )?", ""));
            cells.put("note", "changed by a test");
        }));
        importRows(
                "drug-listing",
                edited(
                        undo.get("drug-listing"),
                        random,
                        TURNED,
                        cells -> cells.compute(
                                "state", (any, state) -> state.equals("CONFIRMED") ? "CONTESTED" : "CONFIRMED")));
        importRows(
                "claim",
                "id\tsubjectType\tsubject\tstatement\tdirection\tlevel\tscopes\tsetting\tstudy\tsameAs\tconfidence\tsource\n"
                        + "sorafenib:ferroptosis-inducer@PMID:99\tdrug\tsorafenib\tmade up\tDISPUTES\tIN_VITRO\tgeneral\t\t"
                        + "PMID:99\tDOI:10.1/made-up\tA\tS-FDB\n"
                        + "E037@DOI:10.1/made-up\tedge\tE037\tmade up\tSUPPORTS\tIN_VITRO\tgeneral\t\tDOI:10.1/made-up\t\tA\tS-FDB\n");
        publishWithReasons();
        return undo;
    }

    private interface Edit {
        void on(Map<String, String> cells);
    }

    /** Some rows of a table, edited. */
    private static String edited(String table, Random random, int most, Edit edit) {
        List<String> lines = new ArrayList<>(table.lines().toList());
        String header = lines.remove(0);
        java.util.Collections.shuffle(lines, random);
        StringBuilder file = new StringBuilder(header).append('\n');
        for (String line : lines.subList(0, Math.min(most, lines.size()))) {
            String[] given = line.split("\t", -1);
            Map<String, String> cells = new LinkedHashMap<>();
            int column = 0;
            for (String name : header.split("\t")) {
                cells.put(name, given[column++]);
            }
            edit.on(cells);
            file.append(String.join("\t", cells.values())).append('\n');
        }
        return file.toString();
    }

    private static String current() {
        return get("/v1/releases/current").then().statusCode(200).extract().path("id");
    }

    /** Every so many-th row of a list. */
    private static List<String> some(int every, String list) {
        List<String> ids =
                get(list + "?limit=1000").then().statusCode(200).extract().path("items.id");
        return IntStream.range(0, ids.size())
                .filter(i -> i % every == 0)
                .mapToObj(ids::get)
                .toList();
    }

    private static String body(String address, String asOf) {
        String asked = asOf.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + "asOf=" + asOf;
        var answer = given().urlEncodingEnabled(false).get(asked);
        // A drug that has lost the name it was asked by is not found: that is an answer too.
        assertTrue(Set.of(200, 404).contains(answer.statusCode()), asked + ": " + answer.asString());
        return answer.statusCode() == 404 ? "404" : answer.asString();
    }

    private void importRows(String type, String file) {
        given().contentType("text/tab-separated-values")
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/imports?type=" + type)
                .then()
                .statusCode(200);
    }

    /** Whatever turned gets a reason. */
    private static void publishWithReasons() {
        var refused = given().contentType("application/json").body("{}").post("/v1/releases");
        if (refused.statusCode() == 422) {
            // Each item comes with the line to fill in.
            List<String> due = refused.path("errors.suggestion");
            String reasons = String.join(",", due).replace("…", "turned by a test and back");
            given().contentType("application/json")
                    .body("{\"reasons\":[" + reasons + "]}")
                    .post("/v1/releases")
                    .then()
                    .statusCode(201);
        }
    }

    private void sql(String change) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }
}
