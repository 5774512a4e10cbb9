package org.fenton.gateway.cdshooks;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a user did with a card. */
@Entity
@Table(name = "cds_feedback", schema = "gateway")
public class CdsFeedbackEntity extends PanacheEntityBase {
    /** Follows from card, outcome and time: feedback that is sent again is the same feedback. */
    @Id
    public UUID id;

    @Column(name = "card_id", nullable = false)
    public UUID cardId;

    @Column(nullable = false)
    public String outcome;

    @Column(name = "reason_system")
    public String reasonSystem;

    @Column(name = "reason_code")
    public String reasonCode;

    public String comment;

    @Column(name = "outcome_at", nullable = false)
    public Instant outcomeAt;

    @Column(name = "received_at", nullable = false)
    public Instant receivedAt;
}
