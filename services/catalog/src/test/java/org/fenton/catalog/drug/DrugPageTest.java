package org.fenton.catalog.drug;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.fenton.catalog.Golden;
import org.fenton.catalog.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class DrugPageTest {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @ParameterizedTest
    @ValueSource(strings = {"ruxolitinib", "sorafenib", "erastin", "bazedoxifene"})
    void thePageOfADrugIsTheCommittedExample(String drug) throws IOException {
        String page = get("/v1/drugs/" + drug).then().statusCode(200).extract().asString();
        Golden.assertSame("examples/drug-" + drug + ".json", JSON.writeValueAsString(JSON.readTree(page)));
    }

    @Test
    void statesSayWhatTheyMeanForRankingAndPatients() {
        get("/v1/drugs/erastin")
                .then()
                .body("states.state", everyItem(equalTo("TOOL_COMPOUND")))
                .body("states.as", equalTo(List.of("FERROPTOSIS_INDUCER", "approval")))
                .body("states[0].consequence.ranking", equalTo("left out of every ranking, and listed as left out"))
                .body("statements.id", hasItem("erastin:tool-compound"));
        get("/v1/drugs/sorafenib")
                .then()
                .body("states.state", hasItem("CONTESTED"))
                .body("states[0].evidence.studiesAgainst", equalTo(1))
                .body("conflicts.kind", hasItem("CLASS"));
        get("/v1/drugs/bazedoxifene")
                .then()
                .body("states.state", hasItems("CONTESTED", "CONFIRMED"))
                .body("states.as", hasItems("JAK_STAT", "FERROPTOSIS_INHIBITOR"));
        get("/v1/drugs/oclacitinib").then().body("states.state", hasItem("VETERINARY"));
        get("/v1/drugs/cerivastatin").then().body("states.state", hasItem("WITHDRAWN"));
        get("/v1/drugs/atorvastatin").then().body("conflicts.kind", hasItem("CLASS"));
    }

    /** One market left is not a drug withdrawn. */
    @Test
    void aProductWithdrawnInOnePlaceIsAFactOfThatPlace() {
        get("/v1/drugs/niclosamide")
                .then()
                .body("regulatory.findAll { it.status == 'WITHDRAWN' }.jurisdiction", equalTo(List.of("US")))
                .body("states.state", not(hasItem("WITHDRAWN")))
                .body("approval", equalTo("APPROVED_ELSEWHERE"));
        get("/v1/drugs/filgotinib")
                .then()
                .body("regulatory.findAll { it.status == 'REFUSED' }.authority", equalTo(List.of("FDA")));
    }

    @Test
    void potencySaysRangeCensoringAndDisagreementAndExposureSaysUnknown() {
        get("/v1/drugs/ruxolitinib")
                .then()
                .body("potency.node", hasItems("JAK1", "JAK2"))
                .body("potency.find { it.node == 'JAK2' }.exact", greaterThan(1))
                .body("potency.find { it.node == 'JAK2' }.disagreementLog10", greaterThan(1f))
                .body("potency.values.flatten().relation", everyItem(not(equalTo(null))))
                .body("conflicts.kind", hasItem("POTENCY"))
                .body("exposure.reachable", equalTo("YES"))
                .body("atFreeCmax.reachable", equalTo("UNKNOWN"));
        get("/v1/drugs/simvastatin").then().body("atFreeCmax.reachable", equalTo("NO"));
        get("/v1/drugs/erastin").then().body("atFreeCmax.reachable", equalTo("UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ruxolitinib phosphate|ruxolitinib|SALT",
                "phosphate ruxolitinib|ruxolitinib|SALT",
                "JAKAFI|ruxolitinib|SYNONYM",
                "incb 018424|ruxolitinib|SYNONYM",
                "CP690550|tofacitinib|SYNONYM",
                "azd-1480|azd1480|ID",
                "sulphasalazine|sulfasalazine|ID",
                "Acid, zoledronic|zoledronic-acid|WORD_ORDER",
                "α-Tocopherol|alpha-tocopherol|ID",
                "HFNKQEVNSGCOJV-OAHLLOKOSA-N|ruxolitinib|CONNECTIVITY",
                "HFNKQEVNSGCOJV|ruxolitinib|CONNECTIVITY"
            })
    void everyWayOfWritingADrugIsOneMoiety(String written, String drug, String how) {
        given().queryParam("name", written)
                .get("/v1/drugs/resolve")
                .then()
                .statusCode(200)
                .body("drug", equalTo(List.of(drug)))
                .body("how", equalTo(List.of(how)));
        given().get("/v1/drugs/{name}", written).then().statusCode(200).body("id", equalTo(drug));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // ruxolitinib phosphate; the enantiomer has the same connectivity
                "N#CC[C@H](C1CCCC1)n1cc(-c2ncnc3[nH]ccc23)cn1.OP(=O)(O)O|ruxolitinib",
                "N#CC[C@@H](C1CCCC1)n1cc(-c2ncnc3[nH]ccc23)cn1|ruxolitinib",
                // sorafenib tosylate, and a protonated form
                "CNC(=O)c1cc(Oc2ccc(NC(=O)Nc3ccc(Cl)c(c3)C(F)(F)F)cc2)ccn1.Cc1ccc(S(=O)(=O)O)cc1|sorafenib",
                "CNC(=O)c1cc(Oc2ccc(NC(=O)Nc3ccc(Cl)c(c3)C(F)(F)F)cc2)cc[nH+]1.[Cl-]|sorafenib",
                "N.N.Cl[Pt]Cl|cisplatin"
            })
    void aSaltOfAStructureIsItsMoiety(String smiles, String drug) {
        given().queryParam("smiles", smiles)
                .get("/v1/drugs/resolve")
                .then()
                .statusCode(200)
                .body("drug", equalTo(List.of(drug)));
    }

    @Test
    void whatIsNoNameOrNoStructureIsSaid() {
        get("/v1/drugs/resolve?name=ferric%20phosphate").then().statusCode(200).body("size()", equalTo(0));
        get("/v1/drugs/resolve").then().statusCode(400);
        given().queryParam("smiles", "C1CC(")
                .get("/v1/drugs/resolve")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("?smiles"));
        assertThrows(IllegalArgumentException.class, () -> Structure.of(""));
    }

    @Test
    void aLabelledStructureIsAMoietyOfItsOwn() {
        assertEquals("OKKJLVBELUTLKV", Structure.of("CO").moiety());
        assertEquals(
                "OKKJLVBELUTLKV-FIBGUPNXSA", Structure.of("[2H]C([2H])([2H])O").moiety());
    }

    @Test
    void aCombinationHasOneIdWhateverTheOrder() {
        for (String pair : List.of("ruxolitinib+capecitabine", "Capecitabine+Jakafi", "capecitabine ruxolitinib")) {
            given().queryParam("of", pair)
                    .get("/v1/combinations")
                    .then()
                    .statusCode(200)
                    .body("items.pairs", everyItem(hasItem("capecitabine+ruxolitinib")))
                    .body("total", greaterThan(0));
        }
        given().queryParam("of", "erastin+nobody")
                .get("/v1/combinations")
                .then()
                .statusCode(404);
        given().queryParam("of", "erastin+erastin")
                .get("/v1/combinations")
                .then()
                .statusCode(400);
    }
}
