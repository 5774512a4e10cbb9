package org.fenton.catalog.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Turns what the catalog holds into a release, and makes it the current one. */
@ApplicationScoped
public class Publisher {
    private static final Logger LOG = Logger.getLogger(Publisher.class);

    private final Clock clock = Clock.systemUTC();
    private final Event<Publishing> publishing;

    Publisher(Event<Publishing> publishing) {
        this.publishing = publishing;
    }

    /** Fired before the rows are read: whoever keeps changes of facts beside them brings them in now, and flushes. */
    public record Publishing() {}

    /** The release of the rows as flushed: stored when it is new, published when it is not the current one. */
    @Transactional
    public String publish() {
        lock();
        publishing.fire(new Publishing());
        ReleaseLines lines = ReleaseLines.stored();
        String id = lines.id();
        if (ReleaseEntity.findById(id) == null) {
            store(id, lines);
        }
        Optional<ReleaseEntity> current = ReleaseEntity.current();
        if (current.isEmpty() || !current.get().id.equals(id)) {
            PublicationEntity publication = new PublicationEntity();
            publication.number = (int) PublicationEntity.count() + 1;
            publication.release = id;
            publication.publishedAt = Instant.now(clock);
            publication.persist();
            LOG.infof(
                    "published release %d: %s, %d lines",
                    publication.number, id, lines.lines().size());
        }
        return id;
    }

    /** Two replicas that start together take turns; the lock ends with the transaction. */
    static void lock() {
        ReleaseEntity.getEntityManager()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext('fenton.catalog.release'))) l")
                .getSingleResult();
    }

    private void store(String id, ReleaseLines lines) {
        ReleaseEntity release = new ReleaseEntity();
        release.id = id;
        release.createdAt = Instant.now(clock);
        release.persist();
        int position = 0;
        for (ReleaseLines.Line line : lines.lines()) {
            ReleaseLineEntity row = new ReleaseLineEntity();
            row.release = id;
            row.position = position++;
            row.type = line.type();
            row.rowId = line.id();
            row.line = line.json();
            row.persist();
        }
        ReleaseEntity.flush();
    }
}
