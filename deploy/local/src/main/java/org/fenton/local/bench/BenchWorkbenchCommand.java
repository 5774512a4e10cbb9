package org.fenton.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fenton.local.browser.Chromium;
import org.fenton.local.home.FentonHome;
import org.fenton.local.stack.Lifetime;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.Progress;
import org.fenton.local.stack.StackPorts;
import org.fenton.local.stack.StackSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "workbench",
        mixinStandardHelpOptions = true,
        description = {
            "Goes through the workbench in the Chromium of this machine as a new user would, from an example to the PDF, and",
            "measures first paint, bytes and interaction there. The last line is one JSON object.",
            "Uses a stack of its own unless --gateway names one; for pictures, invented people curate there and two runs are made."
        },
        footer = "Exit code 0: measured. 1: no browser, no stack, or a page did not load.")
public final class BenchWorkbenchCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REPEATS = 7;
    private static final int WIDTH = 1440;

    private final FentonHome home;
    private final ObjectNode report = JSON.createObjectNode();

    @Option(names = "--gateway", paramLabel = "URL", description = "A running gateway, as http://127.0.0.1:8080/.")
    private URI gateway;

    @Option(
            names = "--screenshots",
            paramLabel = "DIR",
            description = "Also pictures each page, 1440 and 360 pixels wide and in the dark scheme, into this folder.")
    private Path pictures;

    @Option(
            names = "--readme-images",
            paramLabel = "DIR",
            description = "Also makes the few pictures that the README shows, in this folder.")
    private Path readme;

    public BenchWorkbenchCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (gateway != null) {
            measure(gateway, () -> "");
            return 0;
        }
        FentonHome own = new FentonHome(home.root(), Files.createTempDirectory("fenton-bench"));
        Path runs = Files.createDirectories(own.data().resolve("runs"));
        StackSettings settings = new StackSettings(own, StackPorts.free(), home.bundle(), Lifetime.WITH_LAUNCHER)
                .with(Map.of("FENTON_GATEWAY_RUNS", runs.toString()));
        try (LocalStack stack = LocalStack.start(settings, Progress.on(System.err))) {
            measure(stack.gateway(), () -> new PicturedWork(own, stack.catalog(), runs).begin());
        } finally {
            own.deleteEverything();
        }
        return 0;
    }

    /** @param work done before pictures are taken, so that there is something to picture; names a proposal that waits */
    private void measure(URI at, Callable<String> work) throws IOException, InterruptedException {
        report.put("loadBefore", load());
        try (Chromium browser = Chromium.start()) {
            browser.size(WIDTH, 900);
            String ranking = newUser(browser, at);
            page(browser, "ranking, overview", at.resolve(ranking));
            page(browser, "ranking, 50 of a list", at.resolve(ranking + "?list=PREDICTED"));
            page(browser, "new case", at.resolve("/"));
            whatIf(browser, at.resolve(ranking + "/what-if"));
            if (pictures != null) {
                new WorkbenchPictures(browser, at, ranking).into(pictures, begun(work), file -> say("  %s", file));
            }
            if (readme != null) {
                new WorkbenchPictures(browser, at, ranking).forReadme(readme, file -> say("  %s", file));
            }
        }
        System.out.println(JSON.writeValueAsString(report.put("loadAfter", load())));
    }

    private static String begun(Callable<String> work) throws IOException, InterruptedException {
        try {
            return work.call();
        } catch (IOException | InterruptedException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** From the first page to the PDF, click by click. */
    private String newUser(Chromium browser, URI at) {
        long begin = System.nanoTime();
        browser.open(at.resolve("/"));
        browser.leave("document.querySelector('.examples a').click()");
        browser.leave("document.querySelector('form.case button[type=submit]').click()");
        browser.leave("document.querySelector('main form button').click()");
        String ranking = URI.create(browser.run("location.href").asText()).getPath();
        int candidates = browser.run("[...document.querySelectorAll('.tabs .count')].slice(0, 6)"
                        + ".reduce((sum, each) => sum + Number(each.textContent.replace(/\\D/g, '')), 0)")
                .asInt();
        browser.leave("document.querySelector('.tools a[href$=\"/pack\"]').click()");
        int bytes = browser.run(
                        "fetch(document.querySelector('.actions a').href).then(r => r.blob()).then(b => b.size)")
                .asInt();
        double seconds = (System.nanoTime() - begin) / 1e9;
        say(
                "New user: example, check, rank %d candidates, pack, PDF of %d kB: 5 clicks, %.1f s",
                candidates, bytes / 1000, seconds);
        report.putObject("newUser")
                .put("clicks", 5)
                .put("seconds", seconds)
                .put("candidates", candidates)
                .put("pdfBytes", bytes);
        return ranking;
    }

    private void page(Chromium browser, String what, URI address) {
        double[] paint = new double[REPEATS];
        JsonNode sizes = null;
        for (int i = 0; i < REPEATS; i++) {
            browser.open(address);
            paint[i] = browser.run("new Promise(done => { const look = () => {"
                            + " const found = performance.getEntriesByName('first-contentful-paint')[0];"
                            + " found ? done(found.startTime) : setTimeout(look, 10); }; look(); })")
                    .asDouble();
            sizes = browser.run(
                    "(() => { const page = performance.getEntriesByType('navigation')[0];"
                            + " const rest = performance.getEntriesByType('resource');"
                            + " return [page.encodedBodySize, page.encodedBodySize + rest.reduce((sum, each) => sum + each.encodedBodySize, 0)]; })()");
        }
        Arrays.sort(paint);
        say(
                "%-24s first paint %.0f ms (median of %d, slowest %.0f), page %.0f kB, with its files %.0f kB",
                what,
                paint[REPEATS / 2],
                REPEATS,
                paint[REPEATS - 1],
                sizes.get(0).asInt() / 1000.0,
                sizes.get(1).asInt() / 1000.0);
        report.withArray("/pages")
                .addObject()
                .put("what", what)
                .put("firstPaintMillis", paint[REPEATS / 2])
                .put("slowestMillis", paint[REPEATS - 1])
                .put("pageBytes", sizes.get(0).asInt())
                .put("bytes", sizes.get(1).asInt());
    }

    private void whatIf(Chromium browser, URI address) {
        browser.open(address);
        double[] times = new double[REPEATS];
        for (int i = -1; i < REPEATS; i++) {
            double time = browser.run("new Promise(done => {"
                            + " const slider = document.querySelector('.slider input'), result = document.querySelector('#result');"
                            + " const begun = performance.now();"
                            + " new MutationObserver((seen, watch) => { watch.disconnect(); requestAnimationFrame(() => done(performance.now() - begun)); })"
                            + "   .observe(result, { childList: true });"
                            + " slider.value = " + (i - 3) + ";"
                            + " slider.dispatchEvent(new Event('input', { bubbles: true })); })")
                    .asDouble();
            if (i >= 0) {
                times[i] = time;
            }
        }
        Arrays.sort(times);
        say(
                "%-24s slider to new ranking on screen %.0f ms (median of %d, slowest %.0f)",
                "what if", times[REPEATS / 2], REPEATS, times[REPEATS - 1]);
        report.putObject("whatIf").put("millis", times[REPEATS / 2]).put("slowestMillis", times[REPEATS - 1]);
    }

    private static String load() {
        return String.format(
                Locale.ROOT,
                "%.2f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
