package org.fenton.local.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.stack.LoneCatalog;

/**
 * Kills PostgreSQL, one of its processes, or the catalog at a random moment of an import and the publication after it,
 * starts again what does not start by itself, and asks what the catalog holds: exactly what it held before or exactly what
 * the file says, and a current release whose bytes still hash to its id.
 */
public final class KillTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VICTIMS = List.of("postgres", "backend", "catalog");

    /** How often, how, and how much. */
    public record Plan(int kills, long seed, int rows) {}

    /** What a catalog holds: the hash of its facts and its current release. */
    private record State(String facts, String release) {}

    private final FentonHome home;
    private final Plan plan;
    private final PrintWriter out;

    public KillTest(FentonHome home, Plan plan, PrintWriter out) {
        this.home = home;
        this.plan = plan;
        this.out = out;
    }

    /** How many rounds ended in a state that is neither; zero is the only good answer. */
    public int run() throws IOException {
        Path one = SyntheticClaims.write(home.data().resolve("one.tsv"), plan.rows, "one");
        Path two = SyntheticClaims.write(home.data().resolve("two.tsv"), plan.rows, "two");
        try (LoneCatalog lone = LoneCatalog.start(home)) {
            CatalogClient catalog = new CatalogClient(lone.address());
            importAndPublish(catalog, one);
            State ofOne = state(catalog);
            long begin = System.nanoTime();
            importAndPublish(catalog, two);
            long millis = (System.nanoTime() - begin) / 1_000_000;
            State ofTwo = state(catalog);
            out.printf("%d rows, %d ms to import and publish undisturbed%n", plan.rows, millis);
            out.println("kill  victim    after ms  facts  release  ready s");
            Random random = new Random(plan.seed);
            int wrong = 0;
            for (int kill = 1; kill <= plan.kills; kill++) {
                boolean isOne = state(catalog).facts.equals(ofOne.facts);
                Round round = new Round(lone, catalog, isOne ? two : one);
                wrong += round.run(kill, random, millis, List.of(ofOne, ofTwo)) ? 0 : 1;
            }
            out.printf("%d kills, %d states that are neither the old nor the new one%n", plan.kills, wrong);
            out.flush();
            return wrong;
        }
    }

    private final class Round {
        private final LoneCatalog lone;
        private final CatalogClient catalog;
        private final Path file;

        Round(LoneCatalog lone, CatalogClient catalog, Path file) {
            this.lone = lone;
            this.catalog = catalog;
            this.file = file;
        }

        boolean run(int kill, Random random, long millis, List<State> known) throws IOException {
            String victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
            long delay = (long) (random.nextDouble() * millis);
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    importAndPublish(catalog, file);
                } catch (RuntimeException broken) {
                    // what the kill is meant to do
                }
            });
            sleep(delay);
            switch (victim) {
                case "postgres" -> {
                    lone.killPostgres();
                    lone.startPostgres();
                }
                case "backend" -> lone.killBackend();
                default -> {
                    lone.killCatalog();
                    lone.startCatalog();
                }
            }
            sending.join();
            double ready = lone.awaitReady();
            State state = settled(catalog);
            Set<String> facts = new LinkedHashSet<>();
            Set<String> releases = new LinkedHashSet<>();
            known.forEach(each -> {
                facts.add(each.facts);
                releases.add(each.release);
            });
            boolean right = facts.contains(state.facts)
                    && releases.contains(state.release)
                    && hash(catalog, state.release).equals(state.release);
            out.printf(
                    "%4d  %-8s  %8d  %-5s  %-7s  %7.1f%n",
                    kill, victim, delay, name(facts, state.facts), name(releases, state.release), ready);
            out.flush();
            return right;
        }
    }

    private static String name(Set<String> known, String id) {
        int at = List.copyOf(known).indexOf(id);
        return at < 0 ? "OTHER" : at == 0 ? "one" : "two";
    }

    private static void importAndPublish(CatalogClient catalog, Path file) {
        try {
            catalog.post("/v1/imports?type=claim", "text/tab-separated-values", BodyPublishers.ofFile(file));
            catalog.post("/v1/releases", JSON.createObjectNode());
        } catch (IOException noFile) {
            throw LauncherFailure.stack("cannot read " + file);
        }
    }

    /** A connection that broke with the server may answer the first question with 503. */
    private static State settled(CatalogClient catalog) {
        for (int attempt = 0; attempt < 20; attempt++) {
            try {
                return state(catalog);
            } catch (CatalogClient.Refused unavailable) {
                sleep(250);
            }
        }
        return state(catalog);
    }

    private static State state(CatalogClient catalog) {
        JsonNode draft = catalog.get("/v1/releases/draft");
        JsonNode current = catalog.get("/v1/releases/current");
        return new State(draft.path("id").asText(), current.path("id").asText());
    }

    private static String hash(CatalogClient catalog, String release) throws IOException {
        try (var lines = new DigestInputStream(
                catalog.open("/v1/releases/" + release + "/lines", "application/x-ndjson"),
                MessageDigest.getInstance("SHA-256"))) {
            lines.transferTo(java.io.OutputStream.nullOutputStream());
            return "sha256:" + HexFormat.of().formatHex(lines.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LauncherFailure.stack("interrupted");
        }
    }
}
