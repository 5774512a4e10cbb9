package org.fenton.local.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page and state of the workbench: what it says, whether it fits, whether everybody can read it. */
class PagesTest {
    @RegisterExtension
    static final Workbench BENCH = new Workbench();

    private static String address(String page) {
        return page.replace("RANKING", BENCH.ranking())
                .replace("RECORD", BENCH.ranking().replace("rankings", "records"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?example=invented-hcc-sorafenib",
                "RANKING",
                "RANKING?list=PREDICTED",
                "RANKING?list=CONFLICTED&drug=ruxolitinib",
                "RANKING?list=CLINICAL",
                "RANKING/candidates/artesunate+ruxolitinib",
                "RANKING/candidates/erastin",
                "RANKING/candidates/cisplatin+ruxolitinib",
                "RANKING/map?drug=ruxolitinib",
                "RANKING/compare",
                "RANKING/what-if",
                "RANKING/pack",
                "RECORD",
                "/workbench/records",
                "/workbench/drugs",
                "/workbench/drugs?q=STAT3",
                "/workbench/drugs?q=zzzzzz",
                "/workbench/drugs/ruxolitinib",
                "/workbench/drugs/erastin",
                "/workbench/drugs/dihydroartemisinin",
                "/workbench/facts/E037",
                "/workbench/facts/SF86",
                "/workbench/curation",
                "/workbench/curation/propose?claim=E037@PMID:35483272",
                "/workbench/curation/propose?statement=E037",
                "/workbench/models",
                "/workbench/runs",
                "/workbench/rankings/none"
            })
    void everyPageSaysWhatItIsAndFitsAndIsAccessible(String path) {
        for (int width : new int[] {1440, 360}) {
            Page page = BENCH.page(width);
            page.navigate(BENCH.at(address(path)));
            String where = path + " at " + width;
            String text = page.textContent("body");
            assertTrue(text.contains("Research use only"), where);
            assertTrue(text.contains("Policy"), where);
            assertTrue(text.contains("no probability, no potency, no dose and no clinical benefit"), where);
            assertEquals(1, page.locator("h1").count(), where);
            Workbench.assertFits(page, where);
            Workbench.assertAccessible(page, where);
        }
    }

    @Test
    void headsStandBesideTheModelThatRankingsAsk() {
        Page page = BENCH.page(1440);
        page.navigate(BENCH.at("/workbench/models"));
        assertEquals(
                List.of(
                        "zip-1 active",
                        "lines-5 active; heads for pairs of drugs in cell lines, which no ranking asks"),
                page.locator("article h2").allTextContents());
        page.click("summary:text-is('synergy')");
        assertTrue(page.locator("details[open] th:text-is('2 drug(s) known, line new')")
                .isVisible());
        Workbench.assertAccessible(page, "heads unfolded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "RANKING",
                "RANKING/candidates/artesunate+ruxolitinib",
                "/workbench/drugs/ruxolitinib",
                "/workbench/curation",
                "/workbench/models",
                "/workbench/runs"
            })
    void theDarkSchemeIsReadableToo(String path) {
        Page page = BENCH.page(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(BENCH.at(address(path)));
        Workbench.assertAccessible(page, path + " dark");
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 360})
    void whatWasUnderstoodFitsToo(int width) {
        Page page = BENCH.page(width);
        page.navigate(BENCH.at("/?example=h1975-wz4002-resistant"));
        page.click("form.case button[type=submit]");
        page.waitForSelector("text=What was understood");
        Workbench.assertFits(page, "what was understood at " + width);
        Workbench.assertAccessible(page, "what was understood at " + width);
    }

    @Test
    void aRankingOfThousandsIsASmallPage() {
        Page page = BENCH.page(1440);
        for (String path : List.of(
                BENCH.ranking(), BENCH.ranking() + "?list=PREDICTED", BENCH.ranking() + "?list=CONFLICTED&page=2")) {
            int bytes = page.request()
                    .get(BENCH.at(path), RequestOptions.create().setHeader("Accept", "text/html"))
                    .body()
                    .length;
            assertTrue(bytes < 300_000, path + ": " + bytes);
        }
    }

    @Test
    void thePackLeavesAsPdfCsvAndFhirWithItsCaveats() {
        Page page = BENCH.page(1440);
        page.navigate(BENCH.at(BENCH.ranking() + "/pack"));
        byte[] printed = page.pdf();
        assertTrue(new String(printed, StandardCharsets.ISO_8859_1).startsWith("%PDF"));
        byte[] pdf = page.request().get(BENCH.at(BENCH.ranking() + "/pack.pdf")).body();
        assertTrue(new String(pdf, StandardCharsets.ISO_8859_1).startsWith("%PDF"));
        String csv =
                page.request().get(BENCH.at(BENCH.ranking() + "/ranking.csv")).text();
        List<String> lines = csv.lines().toList();
        assertTrue(lines.size() > 2500, "rows: " + lines.size());
        assertTrue(lines.get(0).contains("caveats") && lines.get(0).contains("abstention"), lines.get(0));
        assertFalse(
                lines.stream().skip(1).anyMatch(line -> !line.contains("Research use only")), "a row without notice");
        String fhir = page.request()
                .get(BENCH.at(BENCH.ranking() + "/ranking.fhir.json"))
                .text();
        assertTrue(fhir.contains("\"Bundle\"") && fhir.contains("Research use only"), fhir.substring(0, 200));
    }
}
