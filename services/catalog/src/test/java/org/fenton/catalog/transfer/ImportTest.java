package org.fenton.catalog.transfer;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.fenton.catalog.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ImportTest {
    private static final String HEADER =
            "id\tsubjectType\tsubject\tstatement\tdirection\tlevel\tscopes\tsetting\tstudy\tsameAs\tconfidence\tsource\n";

    @Inject
    DataSource database;

    private String before;

    /** A made-up claim of a made-up study: rows of tests never leave the scratch database. */
    private static String claim(int number) {
        String study = "TEXT:made up for a test " + number;
        return "T" + number + "@" + study + "\tedge\tE001\tmade up\tSUPPORTS\tIN_VITRO\tgeneral\t\t" + study
                + "\t\tA-db\tS-FDB\n";
    }

    @AfterEach
    void removeMadeUpRows() throws SQLException {
        sql("delete from catalog.claim where origin = 'GIVEN'");
        sql("delete from catalog.claim where subject_id like 'E9%'");
        sql("delete from catalog.edge where id like 'E9%'");
        sql("delete from catalog.fact_touch");
        assertEquals(before, draft(), "a test left rows behind");
    }

    @BeforeEach
    void remember() {
        before = draft();
    }

    private String draft() {
        return get("/v1/releases/draft").then().statusCode(200).extract().path("id");
    }

    @Test
    void whatIsExportedIsImportedWithoutAChange() {
        for (String type : FactType.names()) {
            for (String format : List.of("tsv", "csv", "jsonl")) {
                var exported = get("/v1/exports/rows/" + type + "?format=" + format)
                        .then()
                        .statusCode(200)
                        .extract();
                given().contentType(exported.contentType().split(";")[0])
                        .body(exported.asByteArray())
                        .post("/v1/imports?type=" + type)
                        .then()
                        .statusCode(200)
                        .body("added", equalTo(0))
                        .body("changed", equalTo(0))
                        .body("unchanged", org.hamcrest.Matchers.greaterThan(0));
            }
        }
    }

    @Test
    void aFileIsReadOnceHoweverOftenItIsSent() throws SQLException {
        String file = HEADER + claim(1) + claim(2);
        post("claim", file).statusCode(200).body("added", equalTo(2)).body("unchanged", equalTo(0));
        String content = draft();
        long log = number("select count(*) from catalog.fact_import");
        post("claim", file).statusCode(200).body("added", equalTo(0)).body("unchanged", equalTo(2));
        post("claim", HEADER + claim(1).replace("made up\t", "changed\t") + claim(2))
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(1));
        post("claim", file).body("changed", equalTo(1));
        assertEquals(content, draft());
        assertEquals(log + 2, number("select count(*) from catalog.fact_import"));
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() {
        String before = draft();
        given().contentType("text/tab-separated-values")
                .body(HEADER + claim(1))
                .post("/v1/imports?type=claim&dryRun=true")
                .then()
                .statusCode(200)
                .body("added", equalTo(1))
                .body("dryRun", equalTo(true));
        assertEquals(before, draft());
    }

    @Test
    void everyBadRowIsNamedWithItsPlaceAndWhatWouldBeRight() {
        String file = HEADER
                + claim(1)
                + claim(2).replace("SUPPORTS", "SUPPORT")
                + claim(3).replace("general", "hccc")
                + claim(4).replace("\tE001\t", "\tE0001\t")
                + "too\tshort\n"
                + claim(1)
                + claim(5).replace("S-FDB", "S-FDBB");
        post("claim", file)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:problem:import-refused"))
                .body("faults.line", equalTo(List.of(3, 4, 5, 6, 7, 8)))
                .body("faults[0].column", equalTo("direction"))
                .body("faults[0].suggestion", equalTo("SUPPORTS"))
                .body("faults[1].suggestion", containsString("hcc"))
                .body("faults[2].reason", equalTo("no edge 'E0001'"))
                .body("faults[3].reason", equalTo("has 2 cells, the header 12"))
                .body("faults[4].reason", containsString("already used by"))
                .body("faults[5].suggestion", containsString("S-FDB"));
        get("/v1/claims?subject=E001").then().body("total", equalTo(1));
    }

    @Test
    void unknownColumnsAreNamedWithTheNearestKnownOne() {
        post("claim", HEADER.replace("direction", "directon") + claim(1))
                .statusCode(422)
                .body("faults.line", equalTo(List.of(1, 1)))
                .body("faults.find { it.column == 'directon' }.suggestion", equalTo("direction"))
                .body("faults.find { it.column == 'direction' }.reason", equalTo("missing column"));
        given().contentType("application/x-ndjson")
                .body("{\"id\":\"E001\",\"sing\":\"+\"}\n{\"id\":\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?type=edge")
                .then()
                .statusCode(422)
                .body("faults.find { it.line == 1 && it.column == 'sing' }.suggestion", equalTo("sign"))
                .body("faults.find { it.line == 2 }.reason", containsString("is not JSON"));
        given().contentType("text/csv")
                .body("id\n")
                .post("/v1/imports?type=edges")
                .then()
                .statusCode(404)
                .body("detail", containsString("close: edge"));
    }

    @Test
    void otherEncodingsAreNamedAndAByteOrderMarkIsNone() {
        String file = HEADER + claim(1) + claim(2).replace("made up\tS", "déjà vu\tS");
        post("claim", file.getBytes(StandardCharsets.UTF_16LE))
                .statusCode(422)
                .body("faults[0].reason", containsString("UTF-16LE"));
        post("claim", ("\uFEFF" + file).getBytes(StandardCharsets.UTF_16BE))
                .statusCode(422)
                .body("faults[0].reason", containsString("UTF-16BE"))
                .body("faults[0].suggestion", equalTo("iconv -f UTF-16BE -t UTF-8"));
        post("claim", file.getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(422)
                .body("faults[0].line", equalTo(3))
                .body("faults[0].reason", containsString("is not UTF-8"));
        post("claim", (HEADER + claim(3).replace("made", "m\0de")).getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("faults[0].line", equalTo(2));
        post("claim", new byte[0]).statusCode(422).body("faults[0].reason", equalTo("the file is empty"));
        post("claim", ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("added", equalTo(2));
    }

    @Test
    void quotedCellsOfACsvAreReadAndALineBreakInOneIsRefused() {
        String header = String.join(",", FactType.named("edge").columns()) + "\r\n";
        String row =
                "E901,JAK2,STAT3,+,\"phosphorylates, \"\"so to say\"\"\",general,,NONE,IN_VITRO,false,,A-db,S-FDB,\r\n";
        csv(header + row).statusCode(200).body("added", equalTo(1)).body("claims.added", equalTo(1));
        get("/v1/edges/E901").then().body("mechanism", equalTo("phosphorylates, \"so to say\""));
        csv(header + row.replace("so to", "so\nto") + "E902,JAK2\r\n")
                .statusCode(422)
                .body("faults[0].line", equalTo(2))
                .body("faults[0].column", equalTo("mechanism"))
                .body("faults[1].line", equalTo(4));
        csv(header + "E903,\"JAK2\n").statusCode(422).body("faults[0].reason", containsString("no CSV"));
    }

    private static ValidatableResponse csv(String body) {
        return given().contentType("text/csv")
                .body(body)
                .post("/v1/imports?type=edge")
                .then();
    }

    /** No reader looks at the form of an edge's id: the database does, and its rule is held against every row first. */
    @Test
    void aRowThatBreaksARuleInTheMiddleIsNamedAndNothingIsWritten() throws SQLException {
        String header = String.join("\t", FactType.named("edge").columns()) + "\n";
        StringBuilder file = new StringBuilder(header);
        for (int i = 0; i < 5000; i++) {
            String id = i == 2500 ? "X9" : "E9" + (10_000 + i);
            file.append(id).append("\tJAK2\tSTAT3\t+\t\tgeneral\t\tNONE\tIN_VITRO\tfalse\t\tA-db\tS-FDB\t\n");
        }
        post("edge", file.toString())
                .statusCode(422)
                .body("faultCount", equalTo(1))
                .body("faults[0].line", equalTo(2502))
                .body("faults[0].column", equalTo("id"))
                .body("faults[0].reason", containsString("E and at least three digits"));
        assertEquals(0, number("select count(*) from catalog.edge where id like 'E9%'"));
    }

    @Test
    void aLargeFileIsAllOrNothing() throws SQLException {
        int rows = 100_000;
        post("claim", claims(rows, rows - 1)).statusCode(422).body("faults.line", equalTo(List.of(rows)));
        assertEquals(0, number("select count(*) from catalog.claim where origin = 'GIVEN'"));
        post("claim", claims(rows, -1)).statusCode(200).body("added", equalTo(rows));
        assertEquals(rows, number("select count(*) from catalog.claim where origin = 'GIVEN'"));
    }

    /** Streamed, as a client with a file does. */
    private static InputStream claims(int rows, int broken) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 1; i <= rows; i++) {
            file.append(i == broken ? claim(i).replace("IN_VITRO", "IN_VTRO") : claim(i));
        }
        return new java.io.ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void importsAtTheSameTimeTakeTurns() throws Exception {
        var senders = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> same = () -> post("claim", HEADER + claim(7) + claim(8))
                    .statusCode(200)
                    .extract()
                    .path("added");
            int added = 0;
            for (Future<Integer> each : senders.invokeAll(List.of(same, same, same))) {
                added += each.get();
            }
            assertEquals(2, added);
        } finally {
            senders.shutdown();
        }
    }

    @Test
    void claimsOfARowFollowTheRow() throws SQLException {
        String header = String.join("\t", FactType.named("edge").columns()) + "\n";
        String row = "E901\tJAK2\tSTAT3\t+\t\tgeneral\t\tNONE\tIN_VITRO\tfalse\tPMID:1; PMID:2\tA-db\tS-FDB\t\n";
        post("edge", header + row).body("claims.added", equalTo(2));
        post("claim", HEADER + claim(1).replace("\tE001\t", "\tE901\t")).body("added", equalTo(1));
        post("edge", header + row.replace("PMID:1; ", ""))
                .body("changed", equalTo(1))
                .body("claims.removed", equalTo(1));
        get("/v1/claims?subject=E901").then().body("total", equalTo(2));
        post("claim", HEADER + "E901@PMID:2\tedge\tE901\tmine\tDISPUTES\tIN_VITRO\tgeneral\t\tPMID:2\t\tA-db\tS-FDB\n")
                .statusCode(422)
                .body("faults[0].reason", containsString("is made of a row"));
        sql("delete from catalog.claim where subject_id = 'E901'");
    }

    @Test
    void aFullDatabaseIsSaidAndNothingIsWritten() throws SQLException {
        sql("alter system set temp_file_limit = '64kB'");
        sql("alter system set work_mem = '64kB'");
        sql("select pg_reload_conf()");
        try {
            post("claim", claims(20_000, -1))
                    .statusCode(507)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:problem:storage-full"));
            assertEquals(0, number("select count(*) from catalog.claim where origin = 'GIVEN'"));
        } finally {
            sql("alter system reset temp_file_limit");
            sql("alter system reset work_mem");
            sql("select pg_reload_conf()");
        }
        assertTrue(number("select count(*) from catalog.claim") > 0);
    }

    private static ValidatableResponse post(String type, Object body) {
        var request = given().contentType("text/tab-separated-values");
        if (body instanceof byte[] bytes) {
            request.body(bytes);
        } else if (body instanceof InputStream stream) {
            request.body(stream);
        } else {
            request.body(body.toString().getBytes(StandardCharsets.UTF_8));
        }
        return request.post("/v1/imports?type=" + type).then();
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
