package org.fenton.gateway.cdshooks;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A card that was shown: which service, on which decision record. Not to whom, and not about whom. */
@Entity
@Table(name = "cds_card", schema = "gateway")
public class CdsCardEntity extends PanacheEntityBase {
    @Id
    public UUID id;

    @Column(nullable = false)
    public String service;

    @Column(nullable = false)
    public String indicator;

    @Column(name = "decision_id", nullable = false)
    public String decisionId;

    @Column(name = "suggestion_id")
    public UUID suggestionId;

    @Column(name = "served_at", nullable = false)
    public Instant servedAt;

    @Column(nullable = false)
    public String tenant;
}
