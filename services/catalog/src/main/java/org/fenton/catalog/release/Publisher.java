package org.fenton.catalog.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenton.http.CloseNames;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
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

    /** What may go with a publication: a reason for each item that needs one; others are refused, or passed over. */
    record Reasons(List<Reason> given, boolean onlyNeeded) {
        static final Reasons NONE = new Reasons(List.of(), true);
    }

    /**
     * The release of the rows as flushed: stored when it is new, published when it is not the current one.
     *
     * @throws ProblemException when it drops a drug or turns a direction, for then a reason is due
     */
    @Transactional
    public String publish() {
        return publish(Reasons.NONE);
    }

    /** The same, with the reason why one item is as it is, should it be dropped or turned. */
    @Transactional
    public String publish(Reason reason) {
        return publish(new Reasons(List.of(reason), false));
    }

    @Transactional
    String publish(Reasons reasons) {
        lock();
        publishing.fire(new Publishing());
        String id = DraftLines.fill();
        Optional<ReleaseEntity> current = ReleaseEntity.current();
        if (current.isPresent() && current.get().id.equals(id)) {
            return id;
        }
        List<Turn> turns = current.map(release -> Turn.inDraft(release.id)).orElse(List.of());
        Map<Turn, String> said = matched(turns, reasons);
        keep(id);
        PublicationEntity publication = new PublicationEntity();
        publication.number = (int) PublicationEntity.count() + 1;
        publication.release = id;
        publication.publishedAt = Instant.now(clock);
        publication.persist();
        PublicationEntity.flush();
        said.forEach((turn, reason) -> write(publication.number, turn, reason));
        LOG.infof("published release %d: %s, %d reason(s)", publication.number, id, said.size());
        return id;
    }

    private static Map<Turn, String> matched(List<Turn> turns, Reasons reasons) {
        Map<String, String> given = new HashMap<>();
        reasons.given().forEach(reason -> given.put(key(reason.type(), reason.id()), reason.reason()));
        Map<Turn, String> said = new HashMap<>();
        List<Turn> missing = new ArrayList<>();
        for (Turn turn : turns) {
            String reason = given.get(key(turn.type(), turn.id()));
            if (reason == null) {
                missing.add(turn);
            } else {
                said.put(turn, reason);
            }
        }
        if (!missing.isEmpty()) {
            throw ReasonMissing.of(missing);
        }
        if (reasons.onlyNeeded()) {
            refuseIdle(turns, reasons.given());
        }
        return said;
    }

    /** A reason for what is not dropped or turned is most likely a slip in the id. */
    private static void refuseIdle(List<Turn> turns, List<Reason> given) {
        List<String> due =
                turns.stream().map(turn -> key(turn.type(), turn.id())).toList();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String key = key(given.get(i).type(), given.get(i).id());
            if (!due.contains(key)) {
                String detail = "the " + key + " is neither dropped nor turned";
                faults.add(new Fault("/reasons/" + i, detail, String.join(", ", CloseNames.of(key, due))));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "nothing was published", faults);
        }
    }

    private static String key(String type, String id) {
        return type + " " + id;
    }

    /** Two replicas that start together take turns, and so do imports; the lock ends with the transaction. */
    static void lock() {
        ReleaseEntity.getEntityManager()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext('fenton.catalog.release'))) l")
                .getSingleResult();
    }

    /** Stores the lines in {@code draft_line} as release {@code id}, if it is new. */
    private void keep(String id) {
        if (ReleaseEntity.findById(id) != null) {
            return;
        }
        ReleaseEntity release = new ReleaseEntity();
        release.id = id;
        release.createdAt = Instant.now(clock);
        release.persist();
        ReleaseEntity.flush();
        ReleaseEntity.getEntityManager()
                .createNativeQuery("insert into catalog.release_line (release, position, type, id, line)"
                        + " select :id, position, type, id, line from pg_temp.draft_line order by position")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Stores a release that is not published. */
    void keep(String id, ReleaseLines lines) {
        if (ReleaseEntity.findById(id) == null) {
            DraftLines.fill(lines);
            keep(id);
        }
    }

    private static void write(int publication, Turn turn, String reason) {
        ReleaseEntity.getEntityManager()
                .createNativeQuery("insert into catalog.publication_reason (publication, type, id, change, reason)"
                        + " values (:publication, :type, :id, :change, :reason)")
                .setParameter("publication", publication)
                .setParameter("type", turn.type())
                .setParameter("id", turn.id())
                .setParameter("change", turn.change().name())
                .setParameter("reason", reason.strip())
                .executeUpdate();
    }
}
