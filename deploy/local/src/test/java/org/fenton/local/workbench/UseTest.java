package org.fenton.local.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do with the workbench, with a mouse, with the keyboard alone, without script. */
class UseTest {
    @RegisterExtension
    static final Workbench BENCH = new Workbench();

    @Test
    void theKeyboardAloneGetsFromTheFormToTheRanking() {
        Page page = BENCH.page(1440);
        page.navigate(BENCH.at("/"));
        page.keyboard().press("Tab");
        assertEquals("Skip to content", page.evaluate("document.activeElement.textContent"));
        page.keyboard().press("Enter");
        focus(page, "oncotree");
        page.keyboard().type("LUAD");
        focus(page, "failedDrug");
        page.keyboard().type("WZ4002");
        page.keyboard().press("Enter");
        page.waitForSelector("text=What was understood");
        assertEquals("Rank this case", page.evaluate("document.activeElement.textContent"));
        page.keyboard().press("Enter");
        page.waitForSelector(".tabs");
        assertTrue(page.textContent("main").contains("Lung Adenocarcinoma"));
    }

    @Test
    void errorsStandBesideTheirFieldsAndTheSummaryLeadsThere() {
        Page page = BENCH.page(1440);
        page.navigate(BENCH.at("/"));
        page.fill("#oncotree", "LUADD");
        page.fill("[name='lab.platelets']", "many");
        page.click("form.case button[type=submit]");
        page.waitForSelector(".summary");
        assertTrue(page.textContent("[id='oncotree-fault']").contains("LUAD"));
        assertTrue(page.textContent("[id='lab.platelets-fault']").contains("many"));
        assertEquals("LUADD", page.inputValue("#oncotree"), "what was entered stays");
        Workbench.assertAccessible(page, "form with errors");
    }

    @Test
    void withoutScriptEverythingReadsAndTheFormsWork() {
        Page page = BENCH.page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        String own = BENCH.ranked(page, "invented-hcc-sorafenib");
        assertTrue(page.textContent("main").contains("Safety stops"));
        page.fill(".filter input[name=drug]", "ruxolitinib");
        page.click(".filter button");
        page.waitForSelector(".candidates");
        for (String name : page.locator(".candidates tbody th[scope=row]").allTextContents()) {
            assertTrue(name.contains("ruxolitinib"), name);
        }
        page.navigate(BENCH.at(own + "/what-if"));
        page.click("text=Rank again");
        page.waitForSelector("text=leads");
        page.navigate(BENCH.at(own.replace("rankings", "records")));
        page.click("text=Replay and compare");
        assertTrue(page.textContent(".verdict").contains("SAME"));
    }

    @Test
    void aMovedSliderRanksAgainAtOnce() {
        Page page = BENCH.page(1440);
        page.navigate(BENCH.at(BENCH.ranking() + "/what-if"));
        page.locator("[id='collectri.STAT3']").focus();
        page.keyboard().press("End");
        page.waitForSelector("#result table");
        assertEquals("8.0", page.textContent("output[for='collectri.STAT3']"));
        assertTrue(page.locator("#result tr.moved").count() > 0, "a STAT3 of 8 changes nothing");
    }

    @Test
    void theLedgerAddsUpToTheScoreOnThePageAsInTheApi() {
        Page page = BENCH.page(1440);
        page.navigate(BENCH.at(BENCH.ranking()));
        String score = page.textContent(".candidates td.score").strip();
        page.locator(".candidates tbody th[scope=row] a").first().click();
        page.waitForSelector(".ledger");
        List<String> points = page.locator(".ledger .points").allTextContents();
        assertEquals(score, points.get(points.size() - 1));
        double sum = points.stream()
                .limit(points.size() - 1L)
                .mapToDouble(UseTest::number)
                .sum();
        assertEquals(number(score), sum, 0.005 * points.size());
        Object api = page.evaluate("async () => (await (await fetch('/v1/rankings/"
                + BENCH.ranking().substring(BENCH.ranking().lastIndexOf('/') + 1)
                + "')).json()).candidates[0].score.toFixed(2)");
        assertEquals(api, String.format(Locale.ROOT, "%.2f", number(score)));
    }

    @Test
    void oneClickIsOneAnswerOfTheBoardAndAWrongFactIsReported() {
        Page page = BENCH.page(1440);
        page.navigate(BENCH.at(BENCH.ranking() + "/candidates/artesunate"));
        page.click("text=Accept for discussion");
        page.waitForSelector("main p.quiet:has-text('accepted')");
        page.click("text=Override because");
        page.click("text=The evidence is too weak");
        page.waitForSelector("text=overridden: The evidence is too weak");
        page.navigate(BENCH.at(BENCH.ranking().replace("rankings", "records")));
        assertEquals(2, page.locator("section[aria-labelledby=board] tbody tr").count());
        page.navigate(BENCH.at("/workbench/facts/E037"));
        page.fill("[name=wrong]", "the sign is the other way round");
        page.fill("[name=curator]", "A. Reader");
        page.click("main button:has-text('Report')");
        page.waitForSelector("h1:has-text('Report on E037')");
        assertTrue(page.textContent("main").contains("the sign is the other way round"));
    }

    @Test
    void aCandidateOpensInItsRowByKeyboardAndOneAtATime() {
        Page page = BENCH.page(1440);
        page.navigate(BENCH.at(BENCH.ranking()));
        page.locator("button.open").nth(0).focus();
        page.keyboard().press("Enter");
        page.waitForSelector(".opened .ledger");
        assertTrue(page.locator(".opened .map svg").count() == 1, "its way is drawn");
        Workbench.assertAccessible(page, "an opened candidate");
        page.locator("button.open").nth(1).click();
        page.waitForSelector("tr:has(button.open[aria-expanded=true]) + .opened .ledger");
        assertEquals(1, page.locator(".opened").count());
        page.locator("button.open").nth(1).click();
        assertEquals(0, page.locator(".opened").count());
    }

    private static void focus(Page page, String id) {
        for (int i = 0; i < 80; i++) {
            if (id.equals(page.evaluate("document.activeElement.id"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no Tab leads to " + id);
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('\u2212', '-').strip());
    }
}
