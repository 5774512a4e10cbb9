package org.fenton.catalog.curation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That somebody holds a fact to be wrong. */
@Entity
@Table(name = "report")
public class ReportEntity extends PanacheEntityBase {
    @Id
    public String id;

    public int version;

    @Enumerated(EnumType.STRING)
    public ReportState state;

    public String statement;

    /** Null when the statement as a whole is meant. */
    public String claim;

    public String curator;
    public String wrong;

    /** What shows it: a reference, a page; null when none was given. */
    public String proof;

    /** Why it was dismissed. */
    public String answer;

    public Instant reportedAt;

    String tag() {
        return id + "." + version;
    }

    void step(ReportState next) {
        state = next;
        version++;
    }
}
