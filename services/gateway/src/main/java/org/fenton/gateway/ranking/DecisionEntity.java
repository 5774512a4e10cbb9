package org.fenton.gateway.ranking;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One decision record: what was asked, of what, and the very bytes of the answer. Rows are never changed. */
@Entity
@Table(name = "decision", schema = "gateway")
public class DecisionEntity extends PanacheEntityBase {
    @Id
    public String id;

    @Column(name = "case_id", nullable = false)
    public String caseId;

    @Column(name = "release_id", nullable = false)
    public String releaseId;

    @Column(name = "bundle_id", nullable = false)
    public String bundleId;

    @Column(name = "policy_id", nullable = false)
    public String policyId;

    @Column(name = "answer", nullable = false)
    public byte[] answer;

    @Column(name = "created_at", nullable = false)
    public Instant createdAt;

    /** Stores the record unless it is there already; tells whether it was new. */
    static boolean keep(DecisionEntity record) {
        int inserted = getEntityManager()
                .createNativeQuery("insert into gateway.decision"
                        + " (id, case_id, release_id, bundle_id, policy_id, answer, created_at)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict (id) do nothing")
                .setParameter(1, record.id)
                .setParameter(2, record.caseId)
                .setParameter(3, record.releaseId)
                .setParameter(4, record.bundleId)
                .setParameter(5, record.policyId)
                .setParameter(6, record.answer)
                .setParameter(7, record.createdAt)
                .executeUpdate();
        return inserted == 1;
    }
}
