package org.fenton.catalog.curation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** One thing that happened to a proposal or a report; never changed. */
@Entity
@Immutable
@Table(name = "curation_event")
public class EventEntity extends PanacheEntityBase {
    public enum What {
        REPORTED,
        LINKED,
        REOPENED,
        DISMISSED,
        RESOLVED,
        PROPOSED,
        REVISED,
        COMMENTED,
        CHANGES_REQUESTED,
        APPROVED,
        REJECTED,
        WITHDRAWN,
        PUBLISHED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long number;

    /** Id of the proposal or report. */
    public String subject;

    public Instant at;
    public String curator;

    @Enumerated(EnumType.STRING)
    public What what;

    public String note;

    /** An event as answered. */
    public record View(Instant at, String curator, What what, String note) {}

    static List<View> history(String subject) {
        return EventEntity.<EventEntity>list("subject = ?1 order by number", subject).stream()
                .map(event -> new View(event.at, event.curator, event.what, event.note))
                .toList();
    }
}
