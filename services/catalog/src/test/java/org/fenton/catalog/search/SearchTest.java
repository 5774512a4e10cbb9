package org.fenton.catalog.search;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fenton.catalog.Postgres;
import org.fenton.catalog.Seeds;
import org.fenton.catalog.release.SeedLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class SearchTest {
    @Inject
    SeedLoader loader;

    @Inject
    DataSource database;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ruxolitinib|drug|ruxolitinib",
                "Jakafi|drug|ruxolitinib",
                "INCB-018424|drug|ruxolitinib",
                "HFNKQEVNSGCOJV-OAHLLOKOSA-N|drug|ruxolitinib",
                "CHEMBL1789941|drug|ruxolitinib",
                "SLC7A11|node|SLC7A11",
                "hepatocellular carcinoma|context|C01",
                "E039|edge|E039",
                "SF01|rule|SF01"
            })
    void aNameThatIsMetExactlyComesFirst(String words, String type, String id) {
        given().queryParam("type", type)
                .queryParam("q", words)
                .get("/v1/search")
                .then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("items[0].id", equalTo(id))
                .body("items[0].score", greaterThan(1_000_000));
    }

    @Test
    void aBrandFindsWhatIsSaidOfTheDrug() {
        search("Jakafi", "type", "combination")
                .body("synonyms.Jakafi", hasItem("ruxolitinib"))
                .body("items.title", everyItem(containsString("uxolitinib")))
                .body("total", greaterThan(3));
    }

    @Test
    void aSlipOfTheKeyIsReadAsTheNearestWordAndSaidSo() {
        search("ruxolitnib", "type", "drug")
                .body("correctsSpelling", equalTo(true))
                .body("spelling.ruxolitnib[0]", equalTo("ruxolitinib"))
                .body("items.id", hasItem("ruxolitinib"));
        search("feroptosis inhibiton", "type", "claim")
                .body("total", greaterThan(0))
                .body("spelling", hasKey("feroptosis"));
        search("qqqqzzzz", "type", "drug").body("total", equalTo(0)).body("items", equalTo(List.of()));
    }

    @Test
    void facetsCountWhatWasFoundAndFiltersNarrowIt() {
        Map<String, Integer> types = search("STAT3", "limit", "1").extract().path("facets.type");
        assertTrue(types.get("claim") > 10 && types.get("edge") > 5, types.toString());
        search("STAT3", "type", "edge")
                .body("total", equalTo(types.get("edge")))
                .body("facets.type", equalTo(Map.of("edge", types.get("edge"))));
        search("STAT3", "scope", "gastric")
                .body("facets.scope.gastric", greaterThan(1))
                .body("facets.direction", hasKey("SUPPORTS"));
        search("STAT3", "direction", "DISPUTES").body("items.type", everyItem(equalTo("claim")));
        search("STAT3", "level", "IN_VIVO").body("facets.level.keySet()", hasItem("IN_VIVO"));
    }

    @Test
    void pagesAreOfOneSnapshotThoughAnotherReleaseIsPublishedBetweenThem() {
        String address = "/v1/search?q=STAT3&limit=25";
        Response first = get(address);
        String release = first.path("snapshot.release");
        int total = first.path("total");
        List<String> found = new ArrayList<>(first.jsonPath().getList("items.id"));
        try {
            loader.load(Seeds.withCell("edges.tsv", 2, "note", "STAT3 STAT3 STAT3 published between two pages"));
            for (String next = link(first, "next"); next != null; ) {
                Response page = given().urlEncodingEnabled(false).get(next);
                page.then()
                        .statusCode(200)
                        .body("snapshot.release", equalTo(release))
                        .body("total", equalTo(total));
                assertNotNull(link(page, "first"));
                found.addAll(page.jsonPath().getList("items.id"));
                next = link(page, "next");
            }
            get(address).then().body("snapshot.release", not(equalTo(release)));
            given().queryParam("q", "STAT3")
                    .queryParam("asOf", release)
                    .get("/v1/search")
                    .then()
                    .body("total", equalTo(total));
        } finally {
            loader.load(Seeds.shipped());
        }
        assertEquals(total, found.size());
        assertEquals(found.size(), new HashSet<>(found).size(), "one thing on two pages");
        assertEquals(first.jsonPath().getList("items"), get(address).jsonPath().getList("items"), "another order");
    }

    @Test
    void tooManyToRankAreListedInOrderAndItIsSaid() throws SQLException {
        int many = Search.MOST_RANKED + 150;
        run("insert into catalog.search_entry (type, id, valid_from, line_hash, title, document)"
                + " select 'scope', 'crowd-' || to_char(n, 'FM00000'), (select max(number) from catalog.publication),"
                + " gen_random_uuid(), 'crowd', to_tsvector('simple', 'crowdword') from generate_series(1, " + many
                + ") n");
        try {
            List<String> found = new ArrayList<>();
            Response page = get("/v1/search?q=crowdword&limit=100");
            page.then()
                    .statusCode(200)
                    .body("complete", equalTo(false))
                    .body("total", equalTo(Search.MOST_RANKED + 1))
                    .body("facets", nullValue());
            while (page != null) {
                found.addAll(page.jsonPath().getList("items.id"));
                String next = link(page, "next");
                page = next == null ? null : given().urlEncodingEnabled(false).get(next);
            }
            assertEquals(many, found.size());
            assertEquals(found.stream().sorted().distinct().toList(), found);
        } finally {
            run("delete from catalog.search_entry where title = 'crowd'");
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void badQuestionsAreProblems() {
        get("/v1/search").then().statusCode(400).body("errors[0].pointer", equalTo("?q"));
        get("/v1/search?q=a&limit=0").then().statusCode(400).body("errors[0].pointer", equalTo("?limit"));
        get("/v1/search?q=a&cursor=xx").then().statusCode(400).body("errors[0].pointer", equalTo("?cursor"));
        get("/v1/search?q=a&asOf=sha256:0").then().statusCode(404);
        String next = link(get("/v1/search?q=STAT3&limit=2"), "next");
        given().urlEncodingEnabled(false)
                .get(next.replace("q=STAT3", "q=STAT1"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?cursor"));
        for (String odd : List.of("'", "\\", "& | !", "((", "%", "a:*")) {
            given().queryParam("q", odd).get("/v1/search").then().statusCode(200);
        }
    }

    private static ValidatableResponse search(String words, String filter, String value) {
        return given().queryParam("q", words)
                .queryParam(filter, value)
                .get("/v1/search")
                .then()
                .statusCode(200);
    }

    private static String link(Response answer, String rel) {
        for (String link : answer.headers().getValues("Link")) {
            if (link.endsWith("rel=\"" + rel + "\"")) {
                return link.substring(link.indexOf('<') + 1, link.indexOf('>'));
            }
        }
        return null;
    }
}
