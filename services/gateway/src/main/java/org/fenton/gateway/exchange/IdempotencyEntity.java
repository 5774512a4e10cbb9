package org.fenton.gateway.exchange;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One key with the fingerprint of its request and, once there is one, the answer. */
@Entity
@Table(name = "idempotency", schema = "gateway")
public class IdempotencyEntity extends PanacheEntityBase {
    /** Hash of caller, address and key: the key itself is not kept. */
    @Id
    public String id;

    @Column(nullable = false)
    public String fingerprint;

    @Column(name = "claimed_at", nullable = false)
    public Instant claimedAt;

    public Integer status;
    public String location;

    @Column(name = "media_type")
    public String mediaType;

    public byte[] answer;

    static boolean claim(String id, String fingerprint, Instant now) {
        return getEntityManager()
                        .createNativeQuery("insert into gateway.idempotency (id, fingerprint, claimed_at)"
                                + " values (?1, ?2, ?3) on conflict (id) do nothing")
                        .setParameter(1, id)
                        .setParameter(2, fingerprint)
                        .setParameter(3, now)
                        .executeUpdate()
                == 1;
    }
}
