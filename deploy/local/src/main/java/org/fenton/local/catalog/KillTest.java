package org.fenton.local.catalog;

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
import java.util.Optional;
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
 *
 * <p>A kill counts when a transaction that had written was open just before it and the caller's request broke by it.
 * Anything else is a miss: it is shown, checked as well, and made again at another moment.
 */
public final class KillTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VICTIMS = List.of("postgres", "backend", "catalog");

    /** More misses than this mean that the moments are badly chosen, not that they fall badly. */
    private static final int MISSES_A_KILL = 10;

    /** How often, how, and how much. */
    public record Plan(int kills, long seed, int rows) {}

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
            Held ofOne = Held.by(catalog);
            long begin = System.nanoTime();
            importAndPublish(catalog, two);
            long millis = (System.nanoTime() - begin) / 1_000_000;
            Held ofTwo = Held.by(catalog);
            out.printf("%d rows, %d ms to import and publish undisturbed%n", plan.rows, millis);
            out.println("kill  victim    after ms  facts  release  ready s  in the middle of");
            Random random = new Random(plan.seed);
            int kills = 0;
            int misses = 0;
            int wrong = 0;
            while (kills < plan.kills) {
                if (misses > plan.kills * MISSES_A_KILL) {
                    throw LauncherFailure.stack(misses + " misses for " + kills + " kills: give more --rows");
                }
                boolean isOne = Held.by(catalog).facts().equals(ofOne.facts());
                Round round = new Round(lone, catalog, isOne ? two : one);
                Outcome outcome = round.run(kills + 1, random, millis, List.of(ofOne, ofTwo));
                kills += outcome.hit ? 1 : 0;
                misses += outcome.hit ? 0 : 1;
                wrong += outcome.right ? 0 : 1;
            }
            out.printf(
                    "%d kills in the middle of a write, %d misses besides, %d states that are neither the old nor the new one%n",
                    kills, misses, wrong);
            out.flush();
            return wrong;
        }
    }

    private record Outcome(boolean hit, boolean right) {}

    private final class Round {
        private final LoneCatalog lone;
        private final CatalogClient catalog;
        private final Path file;

        Round(LoneCatalog lone, CatalogClient catalog, Path file) {
            this.lone = lone;
            this.catalog = catalog;
            this.file = file;
        }

        Outcome run(int kill, Random random, long millis, List<Held> known) throws IOException {
            String victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
            long delay = (long) (random.nextDouble() * millis);
            CompletableFuture<Boolean> broke = CompletableFuture.supplyAsync(() -> {
                try {
                    importAndPublish(catalog, file);
                    return false;
                } catch (RuntimeException killed) {
                    return true;
                }
            });
            Held.sleep(delay);
            Optional<LoneCatalog.Writer> writer = lone.writer();
            writer.ifPresent(at -> kill(victim, at));
            boolean hit = broke.join() && writer.isPresent();
            double ready = lone.awaitReady();
            Held held = Held.settled(catalog);
            Set<String> facts = new LinkedHashSet<>();
            Set<String> releases = new LinkedHashSet<>();
            known.forEach(each -> {
                facts.add(each.facts());
                releases.add(each.release());
            });
            boolean right = facts.contains(held.facts())
                    && releases.contains(held.release())
                    && hash(catalog, held.release()).equals(held.release());
            String during = writer.map(LoneCatalog.Writer::statement).orElse("nothing was being written");
            out.printf(
                    "%4s  %-8s  %8d  %-5s  %-7s  %7.1f  %s%n",
                    hit ? Integer.toString(kill) : "miss",
                    writer.isPresent() ? victim : "none",
                    delay,
                    name(facts, held.facts()),
                    name(releases, held.release()),
                    ready,
                    writer.isPresent() && !hit ? "the end of " + during : during);
            out.flush();
            return new Outcome(hit, right);
        }

        private void kill(String victim, LoneCatalog.Writer writer) {
            switch (victim) {
                case "postgres" -> {
                    lone.killPostgres();
                    lone.startPostgres();
                }
                case "backend" -> lone.killBackend(writer);
                default -> {
                    lone.killCatalog();
                    lone.startCatalog();
                }
            }
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
}
