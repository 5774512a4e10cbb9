package org.fenton.gateway.cdshooks;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** A token that was used, for as long as it could be used again. */
@Entity
@Table(name = "cds_token", schema = "gateway")
@IdClass(CdsTokenEntity.Key.class)
public class CdsTokenEntity extends PanacheEntityBase {
    @Id
    public String issuer;

    @Id
    public String jti;

    @Column(name = "expires_at", nullable = false)
    public Instant expiresAt;

    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        public String issuer;
        public String jti;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && issuer.equals(key.issuer) && jti.equals(key.jti);
        }

        @Override
        public int hashCode() {
            return Objects.hash(issuer, jti);
        }
    }

    /** Whether this is the first use, on whichever replica. */
    static boolean spend(ClientToken token, Instant now) {
        delete("expiresAt < ?1", now);
        return getEntityManager()
                        .createNativeQuery("insert into gateway.cds_token (issuer, jti, expires_at)"
                                + " values (?1, ?2, ?3) on conflict do nothing")
                        .setParameter(1, token.issuer())
                        .setParameter(2, token.id())
                        .setParameter(3, token.expires())
                        .executeUpdate()
                == 1;
    }
}
