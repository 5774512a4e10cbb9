package org.fenton.gateway.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fenton.gateway.Database;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.http.access.Caller;

/** Keeps, finds and erases decision records. The chain is extended by the database itself, one writer at a time. */
@ApplicationScoped
public class Decisions {
    static final ProblemType ERASED = new ProblemType("urn:problem:erased", 410, "Erased");

    private static final ProblemType NOT_ALLOWED =
            new ProblemType("urn:problem:erasure-not-allowed", 403, "Erasure is not allowed here");

    private final EntityManager database;
    private final RecordsConfig config;
    private final Caller caller;
    private final String software;

    Decisions(
            EntityManager database,
            RecordsConfig config,
            Caller caller,
            @ConfigProperty(name = "quarkus.application.name") String name,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.database = database;
        this.config = config;
        this.caller = caller;
        this.software = name + " " + version;
    }

    /** Keeps the record unless it is there already; tells whether it was new. */
    public boolean keep(Decision.Draft draft) {
        // outside the transaction: the chain has one writer at a time
        byte[] document = draft.document().map(Packed::of).orElse(null);
        byte[] answer = Packed.of(draft.answer());
        String documentHash = draft.document().map(Sha256::hex).orElse("");
        String tenant = caller.tenant();
        return Database.append(() -> database.createNativeQuery(
                                "select gateway.append_decision(cast(?1 as text), cast(?2 as text), cast(?3 as text),"
                                        + " cast(?4 as text), cast(?5 as text), cast(?6 as text), cast(?7 as text),"
                                        + " cast(?8 as text), cast(?9 as text), cast(?10 as bytea), cast(?11 as bytea))")
                        .setParameter(1, draft.id())
                        .setParameter(2, draft.caseHash())
                        .setParameter(3, draft.releaseId())
                        .setParameter(4, draft.bundleId())
                        .setParameter(5, draft.policyId())
                        .setParameter(6, software)
                        .setParameter(7, documentHash)
                        .setParameter(8, draft.answerHash())
                        .setParameter(9, tenant)
                        .setParameter(10, document)
                        .setParameter(11, answer)
                        .getSingleResult()
                != null);
    }

    /**
     * A record as a list shows it.
     *
     * @param held whether what it holds is still there
     */
    public record Line(
            long seq,
            String id,
            String releaseId,
            String bundleId,
            String policyId,
            String software,
            Instant createdAt,
            boolean held) {}

    /** Records from the one before {@code seq} back, the latest first. */
    public List<Line> before(long seq, int most) {
        String tenant = caller.tenant();
        return Database.ask(() -> LinkEntity.decisionsBefore(seq, tenant, most).stream()
                .map(link -> new Line(
                        link.seq,
                        link.decisionId,
                        link.releaseId,
                        link.bundleId,
                        link.policyId,
                        link.software,
                        link.createdAt,
                        PayloadEntity.count("decisionId", link.decisionId) > 0))
                .toList());
    }

    /** @throws ProblemException 404 when there is no such record, 410 when what it held was erased */
    public Decision find(String id) {
        String tenant = caller.tenant();
        return Database.ask(() -> {
            LinkEntity link = LinkEntity.decision(id, tenant).orElseThrow(() -> unknown(id));
            Optional<PayloadEntity> payload = PayloadEntity.findByIdOptional(id);
            try {
                return Decision.of(link, payload.orElseThrow(() -> gone(id)));
            } catch (DataFormatException damaged) {
                throw new ProblemException(
                        ERASED,
                        "what decision " + id
                                + " held was damaged and cannot be read; see GET /v1/decisions/verification");
            }
        });
    }

    /** Refuses as {@link #find} does, without reading what the record holds. */
    public void demand(String id) {
        String tenant = caller.tenant();
        Database.ask(() -> {
            if (!LinkEntity.isDecision(id, tenant)) {
                throw unknown(id);
            }
            if (PayloadEntity.count("decisionId", id) == 0) {
                throw gone(id);
            }
            return id;
        });
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(ProblemType.NOT_FOUND, "no decision record '" + id + "'");
    }

    private static ProblemException gone(String id) {
        String when = LinkEntity.erasure(id)
                .map(erasure -> "erased at " + erasure.createdAt + " (" + erasure.reason + ")")
                .orElse("lost: no erasure is on record; see GET /v1/decisions/verification");
        return new ProblemException(
                ERASED, "what decision " + id + " held was " + when + "; its link in the chain stays");
    }

    /** Erases what the record holds; tells whether there was something to erase. */
    public boolean erase(String id, String reason) {
        if (!config.erasure()) {
            throw new ProblemException(NOT_ALLOWED, "the operator allows it with FENTON_RECORDS_ERASURE=true");
        }
        String tenant = caller.tenant();
        return Database.append(() -> {
            if (!LinkEntity.isDecision(id, tenant)) {
                throw unknown(id);
            }
            return eraseNow(id, reason);
        });
    }

    private boolean eraseNow(String id, String reason) {
        return database.createNativeQuery("select gateway.erase_decision(cast(?1 as text), cast(?2 as text))")
                        .setParameter(1, id)
                        .setParameter(2, reason)
                        .getSingleResult()
                != null;
    }

    /** Erases what records older than {@code seconds} hold, at most {@code most} in one transaction; tells how many. */
    int eraseOlderThan(long seconds, int most) {
        return Database.append(() -> {
            List<?> old = database.createNativeQuery("select l.decision_id from gateway.decision_link l"
                            + " join gateway.decision_payload p using (decision_id) where l.kind = 'DECISION'"
                            + " and l.created_at < now() - make_interval(secs => ?1) order by l.seq limit ?2")
                    .setParameter(1, (double) seconds)
                    .setParameter(2, most)
                    .getResultList();
            old.forEach(id -> eraseNow(id.toString(), "retention"));
            return old.size();
        });
    }
}
