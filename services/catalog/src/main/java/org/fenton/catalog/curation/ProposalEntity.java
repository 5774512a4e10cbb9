package org.fenton.catalog.curation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fenton.catalog.claim.SubjectType;
import org.fenton.catalog.claim.SubjectTypeColumn;

/** A change to one claim, from proposal to publication. */
@Entity
@Table(name = "proposal")
public class ProposalEntity extends PanacheEntityBase {
    @Id
    public String id;

    public int version;

    @Enumerated(EnumType.STRING)
    public ProposalState state;

    @Enumerated(EnumType.STRING)
    public Action action;

    public String claim;
    public String statement;

    @Convert(converter = SubjectTypeColumn.class)
    public SubjectType subjectType;

    public String subjectId;

    /** The claim as it shall be, as JSON; null when it is retracted. */
    public String content;

    /** The tag of the claim when the proposal was made; null for a new claim. */
    public String replaces;

    public String curator;
    public String reason;
    public String conflictOfInterest;

    /** The report it answers, or null. */
    public String report;

    public String reviewer;
    public String reviewReason;
    public String reviewerConflictOfInterest;

    /** The release it was published in. */
    public String release;

    public Instant proposedAt;
    public Instant changedAt;

    static Optional<ProposalEntity> openOn(String claim) {
        return ProposalEntity.<ProposalEntity>find(
                        "claim = ?1 and state in ?2",
                        claim,
                        List.of(ProposalState.PROPOSED, ProposalState.CHANGES_REQUESTED, ProposalState.APPROVED))
                .firstResultOptional();
    }

    /** Published ones in the order of their publication. */
    static List<ProposalEntity> published() {
        return ProposalEntity.list(
                "select p from ProposalEntity p where p.state = ?1 order by"
                        + " (select max(e.number) from EventEntity e where e.subject = p.id)",
                ProposalState.PUBLISHED);
    }

    String tag() {
        return id + "." + version;
    }

    void step(ProposalState next, Instant now) {
        state = next;
        version++;
        changedAt = now;
    }
}
