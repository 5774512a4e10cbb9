package org.fenton.gateway.exchange;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.fenton.gateway.Database;
import org.fenton.gateway.GatewayConfig;
import org.fenton.http.ProblemException;

/** The keys of this and every other replica, in PostgreSQL. */
@ApplicationScoped
public class IdempotencyKeys {
    /** A request that took longer has died with its replica; its key may be taken over. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(60);

    private final Duration kept;
    private final Clock clock = Clock.systemUTC();

    IdempotencyKeys(GatewayConfig config) {
        kept = config.idempotencyKept();
    }

    enum State {
        CLAIMED,
        ANSWERED,
        RUNNING,
        OTHER_REQUEST
    }

    /** @param row what is kept of the key; {@code null} when the key was claimed now */
    record Claim(State state, IdempotencyEntity row) {}

    Claim claim(String id, String fingerprint) {
        return Database.ask(() -> claimed(id, fingerprint));
    }

    private Claim claimed(String id, String fingerprint) {
        Instant now = clock.instant();
        IdempotencyEntity.delete("claimedAt < ?1", now.minus(kept));
        if (IdempotencyEntity.claim(id, fingerprint, now)) {
            return new Claim(State.CLAIMED, null);
        }
        IdempotencyEntity row = IdempotencyEntity.findById(id);
        if (row == null) {
            return new Claim(State.RUNNING, null);
        }
        if (!row.fingerprint.equals(fingerprint)) {
            return new Claim(State.OTHER_REQUEST, row);
        }
        if (row.status != null) {
            return new Claim(State.ANSWERED, row);
        }
        boolean abandoned = row.claimedAt.isBefore(now.minus(LONGEST_REQUEST));
        if (abandoned
                && IdempotencyEntity.update(
                                "claimedAt = ?1 where id = ?2 and claimedAt = ?3 and status is null",
                                now,
                                id,
                                row.claimedAt)
                        == 1) {
            return new Claim(State.CLAIMED, null);
        }
        return new Claim(State.RUNNING, row);
    }

    void keep(String id, int status, String location, String mediaType, byte[] answer) {
        afterwards(() -> {
            IdempotencyEntity row = IdempotencyEntity.findById(id);
            if (row != null) {
                row.status = status;
                row.location = location;
                row.mediaType = mediaType;
                row.answer = answer;
            }
        });
    }

    /** A request that failed left nothing behind: the same key may try again, also with a corrected body. */
    void release(String id) {
        afterwards(() -> IdempotencyEntity.deleteById(id));
    }

    /** The request has its answer, which this changes no more: a claim left behind is taken over, and the same case gives the same record. */
    private static void afterwards(Runnable work) {
        try {
            Database.run(work);
        } catch (ProblemException busy) {
            Log.warnf("an idempotency key stays claimed for %s: %s", LONGEST_REQUEST, busy.getMessage());
        }
    }
}
