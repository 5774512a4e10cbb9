package org.fenton.local.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fenton.local.Clone;
import org.fenton.local.browser.Chromium;
import org.fenton.local.home.FentonHome;
import org.fenton.local.stack.Lifetime;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.Progress;
import org.fenton.local.stack.StackPorts;
import org.fenton.local.stack.StackSettings;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real browser on the real stack, started once for all tests of pages. After each test its pages are closed, and what the browser
 * complained of fails it: a script error, a violated policy, a request to anywhere else.
 */
final class Workbench implements BeforeAllCallback, AfterEachCallback {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Running running;

    /** @param ranking path of one ranking that tests may look at */
    private record Running(LocalStack stack, Playwright playwright, Browser browser, String ranking)
            implements AutoCloseable {
        static Running start() {
            try {
                FentonHome home = new FentonHome(Clone.ROOT, Files.createTempDirectory("fenton-workbench"));
                LocalStack stack = LocalStack.start(
                        new StackSettings(
                                home, StackPorts.free(), Clone.ROOT.resolve("bundles/zip-1"), Lifetime.WITH_LAUNCHER),
                        Progress.on(System.out));
                HostileNames.into(stack.catalog(), stack.gateway());
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Chromium.installed().orElseThrow())
                                .setArgs(List.of("--no-sandbox")));
                try (BrowserContext context = browser.newContext()) {
                    context.setDefaultTimeout(60_000);
                    String ranking = ranked(context.newPage(), stack.gateway(), "h1975-wz4002-resistant");
                    return new Running(stack, playwright, browser, ranking);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() {
            playwright.close();
            stack.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        boolean installed = Chromium.installed().isPresent();
        if (!installed) {
            System.out.println("SKIPPED: no chromium on PATH, so the workbench is NOT tested in a browser");
        }
        assumeTrue(installed, "no chromium on PATH");
        running = tests.getRoot()
                .getStore(ExtensionContext.Namespace.create(Workbench.class))
                .getOrComputeIfAbsent("running", first -> Running.start(), Running.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        List<String> said = List.copyOf(complaints);
        complaints.clear();
        assertEquals(List.of(), said, "what the browser complained of");
    }

    String at(String path) {
        return running.stack.gateway().resolve(path).toString();
    }

    URI catalog() {
        return running.stack.catalog();
    }

    String ranking() {
        return running.ranking;
    }

    /** An example, checked and ranked; the path of the ranking. */
    String ranked(Page page, String example) {
        return ranked(page, running.stack.gateway(), example);
    }

    private static String ranked(Page page, URI gateway, String example) {
        page.navigate(gateway.resolve("/?example=" + example).toString());
        page.click("form.case button[type=submit]");
        page.click("text=Rank this case");
        page.waitForSelector(".tabs");
        return URI.create(page.url()).getPath();
    }

    Page page(int width) {
        return page(new Browser.NewContextOptions().setViewportSize(width, 900));
    }

    Page page(Browser.NewContextOptions options) {
        BrowserContext context = running.browser.newContext(options);
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
        page.onDialog(dialog -> {
            complaints.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(complaints::add);
        return page;
    }

    static void assertAccessible(Page page, String where) {
        List<String> serious = new ArrayList<>();
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            if (SERIOUS.contains(rule.getImpact())) {
                rule.getNodes().stream().limit(3).forEach(node -> serious.add(rule.getId() + ": " + node.getHtml()));
            }
        }
        assertEquals(List.of(), serious, where);
    }

    static void assertFits(Page page, String where) {
        int tooWide = (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertEquals(0, Math.max(0, tooWide), where + " is too wide by these pixels");
    }
}
