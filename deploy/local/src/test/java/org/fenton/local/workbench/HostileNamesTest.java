package org.fenton.local.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Names are only names, in every page and every file that leaves. Every stack of these tests holds such names, so that the other tests
 * meet them too; after each test the browser must not have complained, nor shown a dialog.
 */
class HostileNamesTest {
    @RegisterExtension
    static final Workbench BENCH = new Workbench();

    @Test
    void theCatalogHoldsThemAndPagesShowThemAsTheyAre() {
        Page page = BENCH.page(1440);
        for (Map.Entry<String, String> drug : HostileNames.BY_DRUG.entrySet()) {
            page.navigate(BENCH.at("/workbench/drugs/" + drug.getKey()));
            assertEquals(drug.getValue(), page.textContent("h1"));
            page.navigate(BENCH.at(BENCH.ranking() + "/candidates/" + drug.getKey()));
            assertEquals(drug.getValue(), page.textContent("h1"));
            Workbench.assertFits(page, drug.getKey());
        }
    }

    @Test
    void aRankingListsThemAsTextAlone() {
        Page page = BENCH.page(1440);
        for (String path :
                new String[] {"", "?list=PREDICTED", "/pack", "/compare?a=cisplatin&b=doxorubicin", "/what-if"}) {
            page.navigate(BENCH.at(BENCH.ranking() + path));
            assertEquals(
                    0,
                    page.locator("main img, main script, main [onmouseover], main [onerror]")
                            .count(),
                    path);
            assertEquals(1, page.locator("main").count(), path);
        }
        page.navigate(BENCH.at(BENCH.ranking() + "?list=PREDICTED"));
        String names = page.locator(".candidates tbody th[scope=row] a")
                .allTextContents()
                .toString();
        for (String name : HostileNames.BY_DRUG.values()) {
            assertTrue(names.contains(name), name);
        }
    }

    @Test
    void aNameThatTurnsTheDirectionOfTextTurnsNothingOutsideItself() {
        Page page = BENCH.page(1440);
        page.navigate(BENCH.at(BENCH.ranking()));
        Object isolated = page.evaluate("[...document.querySelectorAll('.candidates tbody th[scope=row] a')]"
                + ".filter(each => each.textContent.includes('\\u202e'))"
                + ".every(each => getComputedStyle(each).unicodeBidi === 'isolate')");
        assertEquals(true, isolated);
    }

    @Test
    void aCaseNamedInMarkupIsOnlyAName() {
        String hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'\u202E=1+1";
        Page page = BENCH.page(360);
        page.navigate(BENCH.at("/"));
        page.fill("#oncotree", "LUAD");
        page.fill("#label", hostile);
        page.fill("#medications", hostile);
        page.click("form.case button[type=submit]");
        page.waitForSelector("text=What was understood");
        assertTrue(page.textContent(".lead").contains(hostile));
        page.click("text=Rank this case");
        page.waitForSelector(".tabs");
        assertEquals(hostile, page.textContent("h1"));
        Workbench.assertFits(page, "a hostile label");
        String own = page.url();
        page.navigate(own + "/pack");
        assertEquals(0, page.locator("main img").count());
        page.navigate(BENCH.at("/workbench/drugs?q=" + URLEncoder.encode(hostile, StandardCharsets.UTF_8)));
        assertEquals(hostile, page.inputValue("input[name=q]"));
        assertTrue(pdf(page, own + "/pack.pdf").startsWith("%PDF"));
    }

    @Test
    void aSheetThatOpensTheCsvCalculatesNothing() {
        Page page = BENCH.page(1440);
        String csv =
                page.request().get(BENCH.at(BENCH.ranking() + "/ranking.csv")).text();
        assertTrue(csv.contains("HYPERLINK") || csv.contains("alert('drug')"), "the names are in the file");
        for (String cell : CsvCells.of(csv)) {
            boolean number = cell.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
            assertFalse(!number && cell.matches("(?s)[=+\\-@\\t\\r].*"), cell);
        }
    }

    @Test
    void thePdfOfThemIsMade() {
        Page page = BENCH.page(1440);
        assertTrue(pdf(page, BENCH.at(BENCH.ranking() + "/pack.pdf")).startsWith("%PDF"));
    }

    private static String pdf(Page page, String address) {
        RequestOptions asked = RequestOptions.create().setHeader("Accept", "application/pdf");
        return new String(page.request().get(address, asked).body(), StandardCharsets.ISO_8859_1);
    }
}
