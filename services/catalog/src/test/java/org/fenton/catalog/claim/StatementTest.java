package org.fenton.catalog.claim;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.fenton.catalog.Postgres;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class StatementTest {
    private static final int TRIES = 40;

    @Inject
    DataSource database;

    @Test
    void aStatementCountsDistinctPapersAndShowsEachClaimWithItsSources() {
        get("/v1/statements/E039")
                .then()
                .statusCode(200)
                .body("subject.type", equalTo("edge"))
                .body("evidence.studiesFor", equalTo(1))
                .body("saidBy.size()", equalTo(1))
                .body("saidBy[0].claim.knowledgeLevel", equalTo("knowledge_assertion"))
                .body("saidBy[0].claim.agentType", equalTo("manual_agent"))
                .body("saidBy[0].scope.diseases", equalTo(List.of("gastric")))
                .body("saidBy[0].counted", equalTo(true))
                .body("saidBy[0].sources[0].licence", equalTo("OWN-TERMS"))
                .body("claimsComplete", equalTo(true));
        get("/v1/statements/E999").then().statusCode(404).contentType("application/problem+json");
    }

    /** E046's row gives the PMID and the DOI of one paper: two claims, one study. */
    @Test
    void aPmidAndTheDoiOfItsPaperAreOneStudy() {
        get("/v1/statements/E046")
                .then()
                .statusCode(200)
                .body("evidence.claims", equalTo(2))
                .body("evidence.studiesFor", equalTo(1))
                .body("saidBy.paper", everyItem(equalTo("PMID:35859150")));
        for (String study : List.of("PMID:35859150", "DOI:10.1038/s41419-022-05082-3")) {
            given().queryParam("study", study)
                    .get("/v1/statements")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem("E046"))
                    .body("items.id", hasItem("K10"));
        }
    }

    @Test
    void theDisputeOfSorafenibRestsOnItsPaperAndMovesTheIndex() {
        get("/v1/statements/sorafenib:ferroptosis-inducer")
                .then()
                .statusCode(200)
                .body("evidence.studiesFor", equalTo(8))
                .body("evidence.studiesAgainst", equalTo(1))
                .body("evidence.disagreement", equalTo(0.125f));
        assertNull(StatementView.Evidence.disagreement(0, 0));
        assertEquals(1, StatementView.Evidence.disagreement(3, 3));
        assertEquals(0, StatementView.Evidence.disagreement(0, 2));
    }

    @Test
    void statementsAreFoundByDrugNodeAndSubject() {
        given().queryParam("drug", "ruxolitinib")
                .get("/v1/statements")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("ruxolitinib:jak-stat"))
                .body("items.subject.type", hasItem("combination"));
        given().queryParam("node", "SLC7A11")
                .queryParam("limit", 500)
                .get("/v1/statements")
                .then()
                .body("items.subject.type", everyItem(equalTo("edge")))
                .body("items.opposedBy.flatten()", not(empty()))
                .body("total", greaterThan(10));
        get("/v1/statements?subject=E001").then().body("items.id", equalTo(List.of("E001")));
        get("/v1/statements?subject=E001&after=E001").then().body("items", empty());
    }

    /** No shipped row is an inference: one is made here. */
    @Test
    void anInferenceIsShownAndNeverCounted() throws SQLException {
        run(
                "insert into catalog.claim (id, subject_type, subject_id, statement, direction, level, scopes, study, confidence,"
                        + " sources, inferred, strength, knowledge_level, agent_type) values ('E900@PMID:1', 'edge', 'E900', 'x',"
                        + " 'SUPPORTS', 'INFERENCE', '{general}', 'PMID:1', 'C', '{S-KNOW}', true, 'NONE', 'prediction', 'manual_agent')");
        try {
            get("/v1/statements/E900")
                    .then()
                    .statusCode(200)
                    .body("evidence.inferences", equalTo(1))
                    .body("evidence.studiesFor", equalTo(0))
                    .body("evidence.disagreement", nullValue())
                    .body("saidBy[0].counted", equalTo(false));
            for (String wrong : List.of("strength = 'STRONG'", "knowledge_level = 'observation'", "inferred = false")) {
                String message = assertThrows(
                                SQLException.class,
                                () -> run("update catalog.claim set " + wrong + " where id = 'E900@PMID:1'"),
                                wrong)
                        .getMessage();
                assertTrue(message.contains("claim_"), message);
            }
        } finally {
            run("delete from catalog.claim where id = 'E900@PMID:1'");
        }
    }

    /**
     * Property: whatever claims a statement has, one more claim by a paper that is there already, under its PMID, its DOI
     * in any letter case, or another key of the same statement, changes no count of studies and no index.
     */
    @Test
    void aPaperThatIsThereAlreadyAddsNothing() {
        Random random = new Random(5);
        QuarkusTransaction.begin();
        try {
            for (int i = 0; i < TRIES; i++) {
                String statement = "P" + i;
                int papers = 1 + random.nextInt(4);
                List<String> sides = new ArrayList<>();
                for (int p = 0; p < papers; p++) {
                    sides.add(side(random));
                    insert(statement, "", "PMID:9" + i + p, sides.get(p), "{DOI:10.1/A" + i + "." + p + "}");
                }
                String before = counted(statement);
                int again = random.nextInt(papers);
                String study = random.nextBoolean() ? "DOI:10.1/a" + i + "." + again : "DOI:10.1/A" + i + "." + again;
                insert(statement, "", study, sides.get(again), "{}");
                insert(statement, "/copy", "PMID:9" + i + again, sides.get(again), "{}");
                assertEquals(before, counted(statement), statement);
                insert(statement, "", "PMID:8" + i, sides.get(again), "{}");
                assertNotEquals(before, counted(statement), "a new paper must count");
            }
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static String side(Random random) {
        return List.of("SUPPORTS", "DISPUTES", "NEUTRAL").get(random.nextInt(3));
    }

    private static void insert(String statement, String part, String study, String side, String sameAs) {
        String row = "insert into catalog.claim (id, subject_type, subject_id, statement, direction, scopes, study,"
                + " confidence, sources, inferred, same_as) values ('" + statement + part + "@" + study + "', 'edge', '"
                + statement + "', 'x', '" + side + "', '{general}', '" + study + "', 'A', '{S-FDB}', false, '" + sameAs
                + "')";
        Panache.getSession().doWork(connection -> {
            try (Statement sql = connection.createStatement()) {
                sql.execute(row);
            }
        });
    }

    /** Everything but the number of claims, which a second claim does raise. */
    private static String counted(String statement) {
        StatementView.Evidence evidence =
                Statements.of(List.of(statement)).get(0).evidence();
        return evidence.studiesFor() + " for, " + evidence.studiesAgainst() + " against, " + evidence.studiesNeutral()
                + " neutral, " + evidence.studiesOnBothSides() + " on both, index " + evidence.disagreement();
    }

    private void run(String change) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(change);
        }
    }
}
