package org.fenton.gateway.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import org.fenton.gateway.Database;

/** Walks the whole chain and recomputes every hash, also those of what the records hold. */
@ApplicationScoped
public class Verification {
    private static final int AT_ONCE = 200;
    private static final int NAMED = 20;
    private static final String GENESIS = "0".repeat(64);

    private final EntityManager database;

    Verification(EntityManager database) {
        this.database = database;
    }

    /**
     * @param intact nothing at all was found
     * @param links links of the chain
     * @param decisions those that are decisions
     * @param erased decisions whose payload was erased on record
     * @param head hash of the last link: noted elsewhere, it shows later that nothing before it was rewritten
     * @param faults the first {@value Verification#NAMED} faults, in chain order
     */
    public record Report(
            boolean intact,
            long links,
            long decisions,
            long erased,
            String head,
            long faultCount,
            List<Fault> faults) {}

    /** Something in the chain that does not hold. */
    public record Fault(long seq, String decision, String what) {}

    private static final class Walk {
        private final List<Fault> faults = new ArrayList<>();
        private final Set<String> erased = new HashSet<>();
        private final List<LinkEntity> withoutPayload = new ArrayList<>();
        private long links;
        private long decisions;
        private long faultCount;
        private long seq;
        private String previous = GENESIS;

        void fault(long at, String decision, String what) {
            faultCount++;
            if (faults.size() < NAMED) {
                faults.add(new Fault(at, decision, what));
            }
        }
    }

    public Report verify() {
        Walk walk = new Walk();
        while (Database.ask(() -> step(walk)) == AT_ONCE) {
            // the next page
        }
        Database.ask(() -> end(walk));
        return new Report(
                walk.faultCount == 0,
                walk.links,
                walk.decisions,
                walk.erased.size(),
                walk.previous,
                walk.faultCount,
                walk.faults);
    }

    private int step(Walk walk) {
        List<LinkEntity> links = LinkEntity.after(walk.seq, AT_ONCE);
        for (LinkEntity link : links) {
            check(walk, link);
        }
        database.clear();
        return links.size();
    }

    private static void check(Walk walk, LinkEntity link) {
        if (link.seq != walk.seq + 1) {
            walk.fault(link.seq, link.decisionId, "a link is missing before this one");
        }
        if (!link.previousHash.equals(walk.previous)) {
            walk.fault(link.seq, link.decisionId, "does not name the hash of the link before it");
        }
        if (!link.hash.equals(link.expectedHash())) {
            walk.fault(link.seq, link.decisionId, "its own hash is not that of its content");
        }
        walk.links++;
        walk.seq = link.seq;
        walk.previous = link.hash;
        if (link.kind.equals(LinkEntity.ERASURE)) {
            walk.erased.add(link.decisionId);
            return;
        }
        walk.decisions++;
        PayloadEntity payload = PayloadEntity.findById(link.decisionId);
        if (payload == null) {
            walk.withoutPayload.add(link);
            return;
        }
        if (!hash(payload::plainAnswer).equals(link.answerHash)) {
            walk.fault(link.seq, link.decisionId, "the answer is not the one that was recorded");
        }
        if (!hash(payload::plainDocument).equals(link.documentHash)) {
            walk.fault(link.seq, link.decisionId, "the case is not the one that was recorded");
        }
    }

    private interface Kept {
        byte[] plain() throws DataFormatException;
    }

    /** No hash at all for bytes that cannot be read, the empty text where nothing was kept. */
    private static String hash(Kept kept) {
        try {
            byte[] plain = kept.plain();
            return plain == null ? "" : Sha256.hex(plain);
        } catch (DataFormatException damaged) {
            return "unreadable";
        }
    }

    /** A payload may be missing only where an erasure is on record; the head names the last link. */
    private Void end(Walk walk) {
        for (LinkEntity link : walk.withoutPayload) {
            if (!walk.erased.contains(link.decisionId)
                    && LinkEntity.erasure(link.decisionId).isEmpty()) {
                walk.fault(link.seq, link.decisionId, "what it held is gone and no erasure is on record");
            }
        }
        Object[] head = (Object[]) database.createNativeQuery("select seq, hash from gateway.decision_head")
                .getSingleResult();
        long last = ((Number) head[0]).longValue();
        boolean moved =
                last > walk.seq && LinkEntity.after(walk.seq, 1).stream().anyMatch(link -> link.seq == walk.seq + 1);
        if (last < walk.seq || (last > walk.seq && !moved)) {
            walk.fault(last, "", "the head names link " + last + ", the last one is " + walk.seq);
        } else if (last == walk.seq && !head[1].equals(walk.previous)) {
            walk.fault(last, "", "the head does not name the hash of the last link");
        }
        return null;
    }
}
