package org.fenton.gateway.decision;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** A link of the chain: a decision or its erasure, by hashes and ids only. Written by the database's own functions. */
@Entity
@Immutable
@Table(name = "decision_link", schema = "gateway")
public class LinkEntity extends PanacheEntityBase {
    static final String DECISION = "DECISION";
    static final String ERASURE = "ERASURE";

    @Id
    public long seq;

    public String kind;

    @Column(name = "decision_id")
    public String decisionId;

    @Column(name = "case_hash")
    public String caseHash;

    @Column(name = "release_id")
    public String releaseId;

    @Column(name = "bundle_id")
    public String bundleId;

    @Column(name = "policy_id")
    public String policyId;

    public String software;

    @Column(name = "document_hash")
    public String documentHash;

    @Column(name = "answer_hash")
    public String answerHash;

    public String reason;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "previous_hash")
    public String previousHash;

    public String hash;

    /** Whose decision it is; empty for that of a service without security, as all were before there were tenants. */
    public String tenant;

    static Optional<LinkEntity> decision(String id, String tenant) {
        return find("decisionId = ?1 and kind = ?2 and tenant = ?3", id, DECISION, tenant)
                .firstResultOptional();
    }

    static boolean isDecision(String id, String tenant) {
        return count("decisionId = ?1 and kind = ?2 and tenant = ?3", id, DECISION, tenant) > 0;
    }

    static Optional<LinkEntity> erasure(String id) {
        return find("decisionId = ?1 and kind = ?2", id, ERASURE).firstResultOptional();
    }

    static List<LinkEntity> decisionsBefore(long seq, String tenant, int most) {
        return find("seq < ?1 and kind = ?2 and tenant = ?3 order by seq desc", seq, DECISION, tenant)
                .page(0, most)
                .list();
    }

    static List<LinkEntity> after(long seq, int most) {
        return find("seq > ?1 order by seq", seq).page(0, most).list();
    }

    /** What the hash of this link has to be; the SQL function gateway.link_hash takes it of the same text. */
    String expectedHash() {
        String text = String.join(
                "\n",
                previousHash,
                Long.toString(seq),
                kind,
                decisionId,
                caseHash,
                releaseId,
                bundleId,
                policyId,
                software,
                documentHash,
                answerHash,
                reason,
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt)));
        if (!tenant.isEmpty()) {
            text += "\n" + tenant;
        }
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
