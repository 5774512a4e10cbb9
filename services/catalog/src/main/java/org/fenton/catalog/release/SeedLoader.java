package org.fenton.catalog.release;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.fenton.catalog.seed.SeedFolder;
import org.jboss.logging.Logger;

/**
 * Brings the database to what the shipped seeds say. The seeds' release id is computed before anything is written: when
 * it is the current release nothing happens; otherwise the rows are replaced and a release published, in one transaction.
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

    SeedLoader(Publisher publisher) {
        this.publisher = publisher;
    }

    @Transactional
    void atStart(@Observes StartupEvent start) {
        load(SeedFolder.onClassPath(SHIPPED));
    }

    /** The id of the current release after loading the seeds of a folder. */
    @Transactional
    public String load(SeedFolder seeds) {
        Facts facts = Facts.read(seeds);
        String id = ReleaseLines.of(facts).id();
        Publisher.lock();
        Optional<ReleaseEntity> current = ReleaseEntity.current();
        if (current.isPresent() && current.get().id.equals(id)) {
            LOG.infof("the seeds are release %s already", id);
            return id;
        }
        var database = ReleaseEntity.getEntityManager();
        TABLES.forEach(table ->
                database.createNativeQuery("delete from catalog." + table).executeUpdate());
        facts.persist();
        database.flush();
        database.clear();
        String stored = ReleaseLines.stored().id();
        if (!stored.equals(id)) {
            throw new IllegalStateException("the rows read back as " + stored + ", the seeds are " + id
                    + ": a column does not keep what it is given");
        }
        database.clear();
        return publisher.publish();
    }
}
