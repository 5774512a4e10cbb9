package org.fenton.local.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fenton.local.home.LauncherFailure;

/** The Chromium of this machine, without a window, with one page. */
public final class Chromium implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Process process;
    private final Path profile;
    private final DevTools page;

    private Chromium(Process process, Path profile, DevTools page) {
        this.process = process;
        this.profile = profile;
        this.page = page;
    }

    /** The browser on {@code PATH}; empty when there is none. */
    public static Optional<Path> installed() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static Chromium start() {
        Path browser = installed()
                .orElseThrow(() -> LauncherFailure.stack(
                        "no chromium on PATH: install it (Debian: apt-get install chromium), then try again"));
        try {
            Path profile = Files.createTempDirectory("fenton-browser");
            Process process = new ProcessBuilder(
                            browser.toString(),
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--hide-scrollbars",
                            "--no-first-run",
                            "--disable-extensions",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile,
                            "about:blank")
                    .redirectErrorStream(true)
                    .start();
            String address = address(process);
            DevTools page = new DevTools(firstPage(address));
            page.call("Page.enable", DevTools.parameters());
            return new Chromium(process, profile, page);
        } catch (IOException failure) {
            throw new UncheckedIOException("starting " + browser, failure);
        }
    }

    private static String address(Process process) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread drain = new Thread(() -> said.lines().forEach(rest -> {}), "chromium-output");
                drain.setDaemon(true);
                drain.start();
                return listening.group(1);
            }
        }
        throw LauncherFailure.stack("chromium ended before it listened");
    }

    private static URI firstPage(String address) throws IOException {
        try {
            String pages = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://" + address + "/json/list"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            for (JsonNode each : new ObjectMapper().readTree(pages)) {
                if (each.path("type").asText().equals("page")) {
                    return URI.create(each.path("webSocketDebuggerUrl").asText());
                }
            }
            throw LauncherFailure.stack("chromium has no page");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw LauncherFailure.stack("interrupted");
        }
    }

    public void size(int width, int height) {
        page.call(
                "Emulation.setDeviceMetricsOverride",
                DevTools.parameters()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    /** The scheme of colours that pages are asked for: light or dark. */
    public void scheme(String name) {
        ObjectNode parameters = DevTools.parameters();
        parameters
                .putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", name);
        page.call("Emulation.setEmulatedMedia", parameters);
    }

    /** Goes to an address and returns when the page has loaded. */
    public void open(URI address) {
        page.forgetEvents();
        page.call("Page.navigate", DevTools.parameters().put("url", address.toString()));
        page.await("Page.loadEventFired");
    }

    /** Does something in the page that leads to another page, and returns when that has loaded. */
    public void leave(String script) {
        page.forgetEvents();
        run(script);
        page.await("Page.loadEventFired");
    }

    /** The value of an expression, awaited when it is a promise. */
    public JsonNode run(String script) {
        JsonNode answer = page.call(
                "Runtime.evaluate",
                DevTools.parameters()
                        .put("expression", script)
                        .put("awaitPromise", true)
                        .put("returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw LauncherFailure.stack("in the page: " + answer.path("exceptionDetails"));
        }
        return answer.at("/result/value");
    }

    /** The whole page, however long. */
    public byte[] picture() {
        JsonNode size =
                page.call("Page.getLayoutMetrics", DevTools.parameters()).path("cssContentSize");
        return picture(size.path("width").asInt(), size.path("height").asInt());
    }

    /** The upper left part of the page. */
    public byte[] picture(int width, int height) {
        ObjectNode parameters = DevTools.parameters().put("format", "png").put("captureBeyondViewport", true);
        parameters
                .putObject("clip")
                .put("x", 0)
                .put("y", 0)
                .put("width", width)
                .put("height", height)
                .put("scale", 1);
        return Base64.getDecoder()
                .decode(page.call("Page.captureScreenshot", parameters)
                        .path("data")
                        .asText());
    }

    @Override
    public void close() {
        page.close();
        process.destroy();
        try {
            process.waitFor();
            try (Stream<Path> files = Files.walk(profile)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException left) {
            // a helper of the browser may still write: the folder is a temporary one
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
