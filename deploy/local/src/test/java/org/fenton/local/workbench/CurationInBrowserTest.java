package org.fenton.local.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.fenton.local.catalog.CatalogClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A wrong fact is reported, mended by one person, looked at by another and published, all in the browser. */
class CurationInBrowserTest {
    private static final String CLAIM = "E037@PMID:35483272";

    @RegisterExtension
    static final Workbench BENCH = new Workbench();

    private static void say(Page page, String reason, String curator) {
        page.fill("[name=reason] >> visible=true", reason);
        page.fill("[name=curator] >> visible=true", curator);
    }

    @Test
    void fromAReportToARelease() {
        CatalogClient catalog = new CatalogClient(BENCH.catalog());
        String before = catalog.get("/v1/releases").at("/items/0/id").asText();
        Page page = BENCH.page(1440);
        page.navigate(BENCH.at("/workbench/facts/E037"));
        page.fill("[name=wrong]", "seen in mice, not in vitro");
        page.fill("[name=curator]", "A. Reader");
        page.selectOption("select[name=claim]", CLAIM);
        page.click("main button:has-text('Report')");
        page.click("text=Correct or retract the claim");

        page.fill("[name=setting]", "gastric cancer in mice");
        page.click("main button:has-text('Propose')");
        assertTrue(page.textContent("main").contains("must not be blank"), "who and why are asked for");
        assertEquals("gastric cancer in mice", page.inputValue("[name=setting]"), "what was entered stays");
        Workbench.assertAccessible(page, "a proposal with faults");
        say(page, "the abstract says mice", "B. Curator");
        page.fill("[name=conflictOfInterest]", "none");
        page.click("main button:has-text('Propose')");
        assertEquals("gastric cancer in mice", page.textContent(".changes tr:has-text('setting') ins"));
        assertEquals("gastric cancer", page.textContent(".changes tr:has-text('setting') del"));

        page.check("input[value=APPROVE]");
        say(page, "read and agreed", "B. Curator");
        page.fill("[name=conflictOfInterest]", "none");
        page.click("main button:has-text('Decide')");
        assertTrue(page.textContent(".faults").contains("somebody else reviews it"));
        page.fill("[name=curator] >> visible=true", "C. Reviewer");
        page.click("main button:has-text('Decide')");
        assertTrue(page.textContent("#state").contains("approved"));

        say(page, "approved by C. Reviewer", "B. Curator");
        page.click("main button:has-text('Publish')");
        assertTrue(page.textContent(".faults").contains("tick it"), "nothing is published by one careless click");
        page.check("[name=confirmed]");
        page.click("main button:has-text('Publish')");
        assertTrue(page.textContent("#state").contains("published"));
        String after = catalog.get("/v1/releases").at("/items/0/id").asText();
        assertNotEquals(before, after);
        assertTrue(page.textContent("main").contains(after), "the page names the release");
    }

    @Test
    void whoDecidesOnAnOldStateIsToldSo() {
        Page page = BENCH.page(1440);
        page.navigate(BENCH.at("/workbench/facts/E040"));
        page.fill("[name=wrong]", "an invented complaint");
        page.fill("[name=curator]", "A. Reader");
        page.click("main button:has-text('Report')");
        String report = page.url();
        Page other = BENCH.page(1440);
        other.navigate(report);
        say(other, "the paper says it", "D. Curator");
        other.click("main button:has-text('Dismiss')");
        assertTrue(other.textContent("#state").contains("dismissed"));
        say(page, "it is right after all", "E. Curator");
        page.click("main button:has-text('Dismiss')");
        assertTrue(page.textContent("#state").contains("dismissed"));
        assertTrue(page.textContent("main").contains("It has changed since you read it"));
    }
}
