package org.fenton.gateway.exchange;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A request that is answered later: what became of it, not what it held. */
@Entity
@Table(name = "deferred", schema = "gateway")
public class DeferredEntity extends PanacheEntityBase {
    @Id
    public String id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public State state;

    public String location;
    public String problem;

    @Column(nullable = false)
    public Instant deadline;

    @Column(nullable = false)
    public String tenant;

    public enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
