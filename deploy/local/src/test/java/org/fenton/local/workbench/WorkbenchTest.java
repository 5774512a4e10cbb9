package org.fenton.local.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fenton.local.browser.Chromium;
import org.fenton.local.home.FentonHome;
import org.fenton.local.stack.Lifetime;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.Progress;
import org.fenton.local.stack.StackPorts;
import org.fenton.local.stack.StackSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbench in a real browser, on the real stack. */
class WorkbenchTest {
    private static final Path ROOT = root();
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private static LocalStack stack;
    private static Playwright playwright;
    private static Browser browser;
    private static String ranking;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    @BeforeAll
    static void up() throws IOException {
        boolean installed = Chromium.installed().isPresent();
        if (!installed) {
            System.out.println("SKIPPED: no chromium on PATH, so the workbench is NOT tested in a browser");
        }
        assumeTrue(installed, "no chromium on PATH");
        FentonHome home = new FentonHome(ROOT, Files.createTempDirectory("fenton-workbench"));
        stack = LocalStack.start(
                new StackSettings(home, StackPorts.free(), ROOT.resolve("bundles/zip-1"), Lifetime.WITH_LAUNCHER),
                Progress.on(System.out));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.installed().get())
                        .setArgs(List.of("--no-sandbox")));
        try (BrowserContext context = browser.newContext()) {
            ranking = ranked(context.newPage(), "h1975-wz4002-resistant");
        }
    }

    @AfterAll
    static void down() {
        if (playwright != null) {
            playwright.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @AfterEach
    void closeAndLookForComplaints() {
        contexts.forEach(BrowserContext::close);
        assertEquals(List.of(), complaints, "what the browser complained of");
    }

    private static String at(String path) {
        return stack.gateway().resolve(path).toString();
    }

    /** An example, checked and ranked; the path of the ranking. */
    private static String ranked(Page page, String example) {
        page.navigate(at("/?example=" + example));
        page.click("form.case button[type=submit]");
        page.click("text=Rank this case");
        page.waitForSelector(".tabs");
        return java.net.URI.create(page.url()).getPath();
    }

    private Page page(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(60_000);
        contexts.add(context);
        Page page = context.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith(at("/"))
                    && !request.url().startsWith("data:")
                    && !request.url().startsWith("blob:")) {
                complaints.add("a request to " + request.url());
            }
        });
        page.onConsoleMessage(message -> {
            boolean expected = message.text().contains("status of 4");
            if (message.type().equals("error") && !expected) {
                complaints.add(message.text());
            }
        });
        page.onDialog(dialog -> complaints.add("a dialog: " + dialog.message()));
        page.onPageError(complaints::add);
        return page;
    }

    private Page page(int width) {
        return page(new Browser.NewContextOptions().setViewportSize(width, 900));
    }

    private static String address(String page) {
        return page.replace("RANKING", ranking).replace("RECORD", ranking.replace("rankings", "records"));
    }

    private static void assertAccessible(Page page, String where) {
        List<String> serious = new ArrayList<>();
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            if (SERIOUS.contains(rule.getImpact())) {
                rule.getNodes().stream().limit(3).forEach(node -> serious.add(rule.getId() + ": " + node.getHtml()));
            }
        }
        assertEquals(List.of(), serious, where);
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
                "/workbench/facts/E037",
                "/workbench/facts/SF86",
                "/workbench/curation",
                "/workbench/models",
                "/workbench/runs",
                "/workbench/rankings/none"
            })
    void everyPageSaysWhatItIsAndFitsAndIsAccessible(String path) {
        for (int width : new int[] {1440, 360}) {
            Page page = page(width);
            page.navigate(at(address(path)));
            String where = path + " at " + width;
            String text = page.textContent("body");
            assertTrue(text.contains("Research use only"), where);
            assertTrue(text.contains("Policy"), where);
            assertTrue(text.contains("no probability, no potency, no dose and no clinical benefit"), where);
            assertEquals(1, page.locator("h1").count(), where);
            int tooWide = (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertTrue(tooWide <= 0, where + " is " + tooWide + " px too wide");
            assertAccessible(page, where);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "RANKING", "RANKING/candidates/artesunate+ruxolitinib", "/workbench/drugs/ruxolitinib"})
    void theDarkSchemeIsReadableToo(String path) {
        Page page = page(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(at(address(path)));
        assertAccessible(page, path + " dark");
    }

    @Test
    void theKeyboardAloneGetsFromTheFormToTheRanking() {
        Page page = page(1440);
        page.navigate(at("/"));
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

    private static void focus(Page page, String id) {
        for (int i = 0; i < 80; i++) {
            if (id.equals(page.evaluate("document.activeElement.id"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no Tab leads to " + id);
    }

    @Test
    void errorsStandBesideTheirFieldsAndTheSummaryLeadsThere() {
        Page page = page(1440);
        page.navigate(at("/"));
        page.fill("#oncotree", "LUADD");
        page.fill("[name='lab.platelets']", "many");
        page.click("form.case button[type=submit]");
        page.waitForSelector(".summary");
        assertTrue(page.textContent("[id='oncotree-fault']").contains("LUAD"));
        assertTrue(page.textContent("[id='lab.platelets-fault']").contains("many"));
        assertEquals("LUADD", page.inputValue("#oncotree"), "what was entered stays");
        assertAccessible(page, "form with errors");
    }

    @Test
    void withoutScriptEverythingReadsAndTheFormsWork() {
        Page page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        String own = ranked(page, "invented-hcc-sorafenib");
        assertTrue(page.textContent("main").contains("Safety stops"));
        page.fill(".filter input[name=drug]", "ruxolitinib");
        page.click(".filter button");
        page.waitForSelector(".candidates");
        for (String name : page.locator(".candidates tbody th[scope=row]").allTextContents()) {
            assertTrue(name.contains("ruxolitinib"), name);
        }
        page.navigate(at(own + "/what-if"));
        page.click("text=Rank again");
        page.waitForSelector("text=leads");
        page.navigate(at(own.replace("rankings", "records")));
        page.click("text=Replay and compare");
        assertTrue(page.textContent(".verdict").contains("SAME"));
    }

    @Test
    void aMovedSliderRanksAgainAtOnce() {
        Page page = page(1440);
        page.navigate(at(ranking + "/what-if"));
        page.locator("[id='collectri.STAT3']").focus();
        page.keyboard().press("End");
        page.waitForSelector("#result table");
        assertEquals("8", page.textContent("output[for='collectri.STAT3']"));
        assertTrue(page.locator("#result tr.moved").count() > 0, "a STAT3 of 8 changes nothing");
    }

    @Test
    void theLedgerAddsUpToTheScoreOnThePageAsInTheApi() {
        Page page = page(1440);
        page.navigate(at(ranking));
        String score = page.textContent(".candidates td.score").strip();
        page.locator(".candidates tbody th[scope=row] a").first().click();
        page.waitForSelector(".ledger");
        List<String> points = page.locator(".ledger .points").allTextContents();
        assertEquals(score, points.get(points.size() - 1));
        double sum = points.stream()
                .limit(points.size() - 1L)
                .mapToDouble(WorkbenchTest::number)
                .sum();
        assertEquals(number(score), sum, 0.005 * points.size());
        Object api = page.evaluate("async () => (await (await fetch('/v1/rankings/"
                + ranking.substring(ranking.lastIndexOf('/') + 1) + "')).json()).candidates[0].score.toFixed(2)");
        assertEquals(api, String.format(java.util.Locale.ROOT, "%.2f", number(score)));
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('\u2212', '-').strip());
    }

    @Test
    void aCaseNamedInMarkupIsOnlyAName() {
        String hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'";
        Page page = page(1440);
        page.navigate(at("/"));
        page.fill("#oncotree", "LUAD");
        page.fill("#label", hostile);
        page.fill("#medications", hostile);
        page.click("form.case button[type=submit]");
        page.waitForSelector("text=What was understood");
        assertTrue(page.textContent(".lead").contains(hostile));
        page.click("text=Rank this case");
        page.waitForSelector(".tabs");
        assertEquals(hostile, page.textContent("h1"));
        page.navigate(page.url() + "/pack");
        assertEquals(0, page.locator("main img").count());
        page.navigate(at("/workbench/drugs?q=" + java.net.URLEncoder.encode(hostile, StandardCharsets.UTF_8)));
        assertEquals(hostile, page.inputValue("input[name=q]"));
    }

    @Test
    void oneClickIsOneAnswerOfTheBoardAndAWrongFactIsReported() {
        Page page = page(1440);
        page.navigate(at(ranking + "/candidates/artesunate"));
        page.click("text=Accept for discussion");
        page.waitForSelector("main p.quiet:has-text('accepted')");
        page.click("text=Override because");
        page.click("text=The evidence is too weak");
        page.waitForSelector("text=overridden: The evidence is too weak");
        page.navigate(at(ranking.replace("rankings", "records")));
        assertEquals(2, page.locator("section[aria-labelledby=board] tbody tr").count());
        page.navigate(at("/workbench/facts/E037"));
        page.fill("#wrong", "the sign is the other way round");
        page.fill("#curator", "A. Reader");
        page.click("main button:has-text('Report')");
        page.waitForSelector("h1:has-text('Curation')");
        assertTrue(page.textContent("main").contains("the sign is the other way round"));
    }

    @Test
    void thePackLeavesAsPdfCsvAndFhirWithItsCaveats() {
        Page page = page(1440);
        page.navigate(at(ranking + "/pack"));
        byte[] printed = page.pdf();
        assertTrue(new String(printed, StandardCharsets.ISO_8859_1).startsWith("%PDF"));
        byte[] pdf = page.request().get(at(ranking + "/pack.pdf")).body();
        assertTrue(new String(pdf, StandardCharsets.ISO_8859_1).startsWith("%PDF"));
        String csv = page.request().get(at(ranking + "/ranking.csv")).text();
        List<String> lines = csv.lines().toList();
        assertTrue(lines.size() > 2500, "rows: " + lines.size());
        assertTrue(lines.get(0).contains("caveats") && lines.get(0).contains("abstention"), lines.get(0));
        assertFalse(
                lines.stream().skip(1).anyMatch(line -> !line.contains("Research use only")), "a row without notice");
        String fhir = page.request().get(at(ranking + "/ranking.fhir.json")).text();
        assertTrue(fhir.contains("\"Bundle\"") && fhir.contains("Research use only"), fhir.substring(0, 200));
    }

    @Test
    void aRankingOfThousandsIsASmallPage() {
        Page page = page(1440);
        for (String path : List.of(ranking, ranking + "?list=PREDICTED", ranking + "?list=CONFLICTED&page=2")) {
            int bytes = page.request()
                    .get(
                            at(path),
                            com.microsoft.playwright.options.RequestOptions.create()
                                    .setHeader("Accept", "text/html"))
                    .body()
                    .length;
            assertTrue(bytes < 300_000, path + ": " + bytes);
        }
    }
}
