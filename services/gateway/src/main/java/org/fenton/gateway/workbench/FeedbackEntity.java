package org.fenton.gateway.workbench;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a board did with a candidate. */
@Entity
@Table(name = "board_feedback", schema = "gateway")
public class FeedbackEntity extends PanacheEntityBase {
    static final String ACCEPTED = "accepted";
    static final String OVERRIDDEN = "overridden";

    @Id
    public UUID id;

    @Column(name = "decision_id", nullable = false)
    public String decisionId;

    @Column(nullable = false)
    public String combination;

    @Column(nullable = false)
    public String outcome;

    @Column(name = "reason_code")
    public String reasonCode;

    @Column(name = "received_at", nullable = false)
    public Instant receivedAt;

    static List<FeedbackEntity> of(String decision) {
        return list("decisionId = ?1 order by receivedAt desc, id", decision);
    }
}
