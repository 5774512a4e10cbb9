package org.fenton.catalog.release;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fenton.catalog.seed.SeedException;
import org.fenton.catalog.seed.SeedFolder;
import org.hibernate.JDBCException;
import org.jboss.logging.Logger;

/**
 * Brings the database to what the shipped seeds say, once: seeds that were loaded before are not loaded again, so what was
 * imported since then stays. Seeds that differ from the last ones replace all rows when nothing else has changed them,
 * and are merged row by row otherwise ({@link SeedMerge}); then a release is published, in one transaction.
 */
@ApplicationScoped
public class SeedLoader {
    static final String SHIPPED = "seed";
    private static final Logger LOG = Logger.getLogger(SeedLoader.class);

    /** Children before parents. */
    private static final List<String> TABLES = List.of(
            "claim",
            "interaction",
            "safety_rule",
            "combination_agent",
            "combination",
            "resistance_marker",
            "resistance",
            "disease_context_arm",
            "disease_context",
            "edge",
            "scope",
            "tumour",
            "drug_target",
            "drug_listing",
            "drug",
            "drug_class",
            "node",
            "source");

    private final Publisher publisher;
    private final List<Path> packs;

    SeedLoader(
            Publisher publisher,
            /** Folders of class packs, comma-separated; their tables are added to the seeds. */
            @ConfigProperty(name = "fenton.catalog.packs") Optional<List<Path>> packs) {
        this.publisher = publisher;
        this.packs = packs.orElse(List.of());
    }

    /** Seeds that would drop or turn facts without a reason are not loaded; the release before them stays current. */
    void atStart(@Observes StartupEvent start) {
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(600)
                    .run(() -> load(SeedFolder.onClassPath(SHIPPED).with(packs)));
        } catch (ReasonMissing refused) {
            LOG.errorf(
                    "the seeds of this version are not loaded, the release before them stays: seed/reasons.tsv gives no"
                            + " reason for: %s",
                    refused.items());
        } catch (SeedException faults) {
            faults.getMessage().lines().skip(1).forEach(LOG::error);
            // of this type, and without a cause, Quarkus prints the line alone and ends with code 1
            throw new ConfigurationException("Not started: nothing was written: " + faults.inOneLine());
        } catch (JDBCException refused) {
            boolean hasRelease = QuarkusTransaction.requiringNew()
                    .call(() -> ReleaseEntity.current().isPresent());
            if (!hasRelease) {
                throw refused;
            }
            LOG.errorf(refused, "the seeds of this version do not fit the rows here; the release before them stays");
        }
    }

    /** The id of the current release after loading the seeds of a folder. */
    @Transactional
    public String load(SeedFolder seeds) {
        Facts facts = Facts.read(seeds);
        ReleaseLines lines = ReleaseLines.of(facts);
        String id = lines.id();
        Publisher.lock();
        Optional<String> before = lastLoaded();
        if (before.isPresent() && before.get().equals(id)) {
            LOG.infof("the seeds are those of release %s, loaded before", id);
            return ReleaseEntity.current().orElseThrow().id;
        }
        boolean untouched = before.isEmpty() || SeedMerge.isIdle();
        // What the seeds write counts as nobody's change (V20__transfer.sql).
        ReleaseEntity.getEntityManager()
                .createNativeQuery("select set_config('fenton.seeding', 'on', true)")
                .getSingleResult();
        if (untouched) {
            replace(facts);
            requireKept(id);
        } else {
            new SeedMerge(before.get()).apply(facts, lines);
        }
        String published = publisher.publish(new Publisher.Reasons(facts.reasons(), false));
        remember(id, lines);
        return published;
    }

    private static void requireKept(String id) {
        String stored = DraftLines.fill();
        if (!stored.equals(id)) {
            throw new IllegalStateException("the rows read back as " + stored + ", the seeds are " + id
                    + ": a column does not keep what it is given");
        }
    }

    private static void replace(Facts facts) {
        var database = ReleaseEntity.getEntityManager();
        TABLES.forEach(table ->
                database.createNativeQuery("delete from catalog." + table).executeUpdate());
        facts.persist();
        database.flush();
        database.clear();
    }

    private static Optional<String> lastLoaded() {
        return ReleaseEntity.getEntityManager()
                .createNativeQuery("select release from catalog.seed_load order by number desc limit 1")
                .getResultStream()
                .map(String.class::cast)
                .findFirst();
    }

    /** The seeds' own release is kept even where it is not the one published: the next merge starts from it. */
    private void remember(String id, ReleaseLines lines) {
        publisher.keep(id, lines);
        ReleaseEntity.getEntityManager()
                .createNativeQuery("insert into catalog.seed_load (number, release)"
                        + " select coalesce(max(number), 0) + 1, :id from catalog.seed_load")
                .setParameter("id", id)
                .executeUpdate();
    }
}
