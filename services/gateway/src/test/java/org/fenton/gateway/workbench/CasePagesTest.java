package org.fenton.gateway.workbench;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fenton.gateway.Neighbours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the form to the ranking, as a browser sends it. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class CasePagesTest {
    private static final Pattern DOCUMENT =
            Pattern.compile("<textarea name=\"document\"[^>]*>(.*?)</textarea>", Pattern.DOTALL);

    static RequestSpecification browser() {
        return given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .redirects()
                .follow(false);
    }

    private static RequestSpecification form() {
        return browser().multiPart("oncotree", "HCC").multiPart("failedDrug", "sorafenib");
    }

    /** What the page carries to the next step, as a browser would send it. */
    static String document(Response page) {
        Matcher carried = DOCUMENT.matcher(page.asString());
        assertTrue(carried.find(), page.asString());
        return carried.group(1)
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    @Test
    void theFirstPageSaysWhatThisIsAndLetsNothingForeignIn() {
        browser()
                .get("/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header(
                        "Content-Security-Policy",
                        allOf(containsString("default-src 'none'"), not(containsString("unsafe"))))
                .body(allOf(
                        containsString("Research use only"),
                        containsString("sha256:"),
                        containsString("fenton-policy-1"),
                        containsString("no probability, no potency")));
    }

    @Test
    void aFormBecomesTheSameRecordThatTheApiMakesOfIt() {
        Response understood = form().multiPart("activities", "STAT3 3\nJAK-STAT -1.5")
                .multiPart("lab.platelets", "80")
                .post("/workbench/cases");
        assertEquals(200, understood.statusCode(), understood.asString());
        String document = document(understood);
        Response ranked = browser().multiPart("document", document).post("/workbench/rankings");
        assertEquals(303, ranked.statusCode(), ranked.asString());
        String page = ranked.header("Location");
        String api = given().contentType("application/json")
                .body(document)
                .post("/v1/rankings")
                .header("Location");
        assertEquals(api.substring(api.lastIndexOf('/')), page.substring(page.lastIndexOf('/')));
        browser().get(page).then().statusCode(200).body(containsString("Safety stops"));
    }

    @ParameterizedTest
    @CsvSource({
        "oncotree,NOWHERE,oncotree",
        "failedDrug,sorafenibb,failedDrug",
        "lab.platelets,many,lab.platelets",
        "lab.platelets,-3,lab.platelets",
        "ageYears,400,ageYears",
        "activities,STAT3 high,activities",
        "alterations,KEAP1 GONE,alterations"
    })
    void whatIsWrongStandsBesideItsField(String field, String value, String blamed) {
        RequestSpecification form = browser().multiPart(field, value);
        if (!field.equals("oncotree")) {
            form.multiPart("oncotree", "HCC");
        }
        Response page = form.post("/workbench/cases");
        assertEquals(400, page.statusCode());
        assertTrue(page.asString().contains("id=\"" + blamed + "-fault\""), page.asString());
        assertTrue(page.asString().contains(value), "what was entered stays");
    }

    @Test
    void aTableSaysWhatWasMadeOfItsRows() {
        String table = "gene\tlogFC\n"
                + IntStream.range(0, 40)
                        .mapToObj(i -> "GENE" + i + "\t" + (i - 20) / 10.0)
                        .collect(Collectors.joining("\n"))
                + "\n";
        byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
        form().multiPart("file", "profile.tsv", bytes)
                .post("/workbench/cases")
                .then()
                .statusCode(400)
                .body(containsString("id=\"scale-fault\""));
        form().multiPart("file", "profile.tsv", bytes)
                .multiPart("scale", "contrast")
                .post("/workbench/cases")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("Genes mapped"), containsString("40 from 40 rows"), containsString("Coverage")));
    }

    @Test
    void anExampleFillsTheFormAndMayBeChanged() {
        browser()
                .get("/?example=invented-hcc-sorafenib")
                .then()
                .statusCode(200)
                .body(allOf(containsString("INVENTED"), containsString("value=\"42\""), containsString("STAT3 4.1")));
    }

    @Test
    void aBrowserGetsProblemsAsPagesAndAProgramAsDocuments() {
        browser()
                .get("/workbench/rankings/none")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("style-src 'self'"));
        given().get("/workbench/rankings/none").then().statusCode(404).contentType("application/problem+json");
        given().accept("application/json")
                .get("/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        browser().get("/nowhere").then().statusCode(404).contentType("text/html");
    }

    @Test
    void aWordThatIsMarkupStaysAWord() {
        String hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
        Response understood = form().multiPart("label", hostile)
                .multiPart("medications", hostile)
                .post("/workbench/cases");
        assertEquals(200, understood.statusCode());
        assertTrue(understood.asString().contains("&lt;script&gt;alert(1)"), understood.asString());
        assertEquals(1, count(understood.asString(), "<script"), "the page's own module only");
        Response ranked = browser().multiPart("document", document(understood)).post("/workbench/rankings");
        String page = browser().get(ranked.header("Location")).asString();
        assertEquals(1, count(page, "<script"));
        assertEquals(0, count(page, "<img"));
        browser()
                .multiPart("oncotree", hostile)
                .post("/workbench/cases")
                .then()
                .statusCode(400)
                .body(not(containsString("<img")));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site,cross-site,403",
        "Sec-Fetch-Site,same-site,403",
        "Origin,https://elsewhere.test,403",
        "Origin,null,403",
        "Sec-Fetch-Site,same-origin,400"
    })
    void anotherSiteCannotPost(String header, String value, int status) {
        browser()
                .header(header, value)
                .multiPart("document", "{}")
                .post("/workbench/rankings")
                .then()
                .statusCode(equalTo(status));
    }
}
