package org.fenton.catalog.curation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.fenton.catalog.claim.ClaimEntity;
import org.fenton.catalog.claim.ClaimTag;
import org.fenton.catalog.claim.ClaimView;
import org.fenton.catalog.curation.EventEntity.What;
import org.fenton.catalog.release.Publisher;
import org.fenton.catalog.release.Reason;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** Takes a change of a claim from proposal to publication; the database holds the same rules (V12__curation.sql). */
@ApplicationScoped
@Transactional
public class Proposals {
    static final ProblemType NOT_ALLOWED =
            new ProblemType("urn:problem:not-allowed", 409, "Its state does not allow that");
    static final ProblemType SELF_REVIEW = new ProblemType("urn:problem:self-review", 409, "Another person reviews");

    private final Clock clock = Clock.systemUTC();
    private final ObjectMapper json;
    private final Overlay overlay;
    private final Publisher publisher;
    private final Reports reports;

    Proposals(ObjectMapper json, Overlay overlay, Publisher publisher, Reports reports) {
        this.json = json;
        this.overlay = overlay;
        this.publisher = publisher;
        this.reports = reports;
    }

    /** Two curators on one claim take turns here; the second one's tag is old then. */
    public ProposalEntity propose(ProposalRequest request, String ifMatch) {
        // Before anything is read, so that what is read is what the one before left.
        lock(Target.named(request));
        Target target = Target.of(request);
        ClaimEntity claim = ClaimEntity.findById(target.claim());
        if (request.action() == Action.ADD) {
            refuseDouble(target, claim);
        } else {
            Stale.unless(ifMatch, ClaimTag.of(ClaimView.of(claim)), current(claim));
        }
        ProposalEntity proposal = new ProposalEntity();
        proposal.id = "P%06d".formatted(Ids.next("proposal_number"));
        proposal.version = 1;
        proposal.state = ProposalState.PROPOSED;
        proposal.action = request.action();
        proposal.claim = target.claim();
        proposal.statement = target.statement();
        proposal.subjectType = target.sibling().subjectType;
        proposal.subjectId = target.sibling().subjectId;
        proposal.content = request.content() == null ? null : write(request.content());
        proposal.replaces = request.action() == Action.ADD ? null : ClaimTag.of(ClaimView.of(claim));
        proposal.curator = request.curator().strip();
        proposal.reason = request.reason();
        proposal.conflictOfInterest = request.conflictOfInterest();
        proposal.report = request.report();
        proposal.proposedAt = now();
        proposal.changedAt = proposal.proposedAt;
        proposal.persist();
        event(proposal.id, proposal.curator, What.PROPOSED, proposal.reason);
        if (proposal.report != null) {
            reports.link(proposal);
        }
        return proposal;
    }

    public ProposalEntity revise(String id, ProposalRequest.Revision revision, String ifMatch) {
        ProposalEntity proposal = locked(id, ifMatch);
        allow(proposal, ProposalState.PROPOSED, ProposalState.CHANGES_REQUESTED);
        if (!same(proposal.curator, revision.curator())) {
            throw new ProblemException(NOT_ALLOWED, "only " + proposal.curator + ", who proposed it, revises it");
        }
        if (proposal.action == Action.RETRACT) {
            throw new ProblemException(NOT_ALLOWED, "a retraction has no content; withdraw it and propose anew");
        }
        ContentCheck.refuseFaults(revision.content());
        Target.refuseOtherStudy(proposal.claim, revision.content());
        proposal.content = write(revision.content());
        return stepped(proposal, ProposalState.PROPOSED, revision.curator(), What.REVISED, revision.reason());
    }

    public ProposalEntity review(String id, ProposalRequest.Review review, String ifMatch) {
        ProposalEntity proposal = locked(id, ifMatch);
        allow(proposal, ProposalState.PROPOSED);
        if (same(proposal.curator, review.curator())) {
            throw new ProblemException(SELF_REVIEW, "'" + proposal.curator + "' proposed it; somebody else reviews it");
        }
        proposal.reviewer = review.curator().strip();
        proposal.reviewReason = review.reason();
        proposal.reviewerConflictOfInterest = review.conflictOfInterest();
        return switch (review.decision()) {
            case APPROVE -> stepped(proposal, ProposalState.APPROVED, review.curator(), What.APPROVED, review.reason());
            case REQUEST_CHANGES ->
                stepped(
                        proposal,
                        ProposalState.CHANGES_REQUESTED,
                        review.curator(),
                        What.CHANGES_REQUESTED,
                        review.reason());
            case REJECT -> {
                reports.reopen(proposal, review.curator());
                yield stepped(proposal, ProposalState.REJECTED, review.curator(), What.REJECTED, review.reason());
            }
        };
    }

    public ProposalEntity withdraw(String id, ProposalRequest.Word word, String ifMatch) {
        ProposalEntity proposal = locked(id, ifMatch);
        allow(proposal, ProposalState.PROPOSED, ProposalState.CHANGES_REQUESTED, ProposalState.APPROVED);
        if (!same(proposal.curator, word.curator())) {
            throw new ProblemException(NOT_ALLOWED, "only " + proposal.curator + ", who proposed it, withdraws it");
        }
        reports.reopen(proposal, word.curator());
        return stepped(proposal, ProposalState.WITHDRAWN, word.curator(), What.WITHDRAWN, word.reason());
    }

    public ProposalEntity comment(String id, ProposalRequest.Word word) {
        ProposalEntity proposal = find(id);
        event(id, word.curator(), What.COMMENTED, word.reason());
        return proposal;
    }

    /** Lays the change on the facts and publishes them as the next release, in one transaction. */
    public ProposalEntity publish(String id, ProposalRequest.Word word, String ifMatch) {
        ProposalEntity proposal = locked(id, ifMatch);
        allow(proposal, ProposalState.APPROVED);
        overlay.alsoLay(proposal);
        proposal.release = publisher.publish(new Reason("claim", proposal.claim, proposal.reason));
        stepped(proposal, ProposalState.PUBLISHED, word.curator(), What.PUBLISHED, word.reason());
        reports.resolve(proposal, word.curator());
        return proposal;
    }

    static ProposalEntity find(String id) {
        ProposalEntity proposal = ProposalEntity.findById(id);
        if (proposal == null) {
            throw ProblemException.notFound("proposal", id, List.of());
        }
        return proposal;
    }

    ProposalView view(ProposalEntity proposal) {
        try {
            return ProposalView.of(
                    proposal,
                    proposal.content == null ? null : json.readTree(proposal.content),
                    EventEntity.history(proposal.id));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the content of " + proposal.id + " is not readable", broken);
        }
    }

    private void refuseDouble(Target target, ClaimEntity claim) {
        if (claim != null) {
            throw new ProblemException(
                    NOT_ALLOWED,
                    "the study has a claim on this statement already; correct " + claim.id,
                    List.of(new Fault("/content/study", "one claim, one study", claim.id)));
        }
        ProposalEntity.openOn(target.claim()).ifPresent(open -> {
            throw new Stale(open.tag(), view(open));
        });
    }

    /** What a second curator needs to see: the claim as it is, and what is proposed for it. */
    private Object current(ClaimEntity claim) {
        return new Current(
                ClaimView.of(claim),
                ProposalEntity.openOn(claim.id).map(this::view).orElse(null));
    }

    /** A claim and the proposal that is open on it, if any. */
    public record Current(ClaimView claim, ProposalView openProposal) {}

    private ProposalEntity locked(String id, String ifMatch) {
        find(id);
        ProposalEntity proposal = ProposalEntity.findById(id, LockModeType.PESSIMISTIC_WRITE);
        Panache.getEntityManager().refresh(proposal);
        Stale.unless(ifMatch, proposal.tag(), view(proposal));
        return proposal;
    }

    private static void allow(ProposalEntity proposal, ProposalState... from) {
        if (!List.of(from).contains(proposal.state)) {
            throw new ProblemException(NOT_ALLOWED, "proposal " + proposal.id + " is " + proposal.state);
        }
    }

    private ProposalEntity stepped(
            ProposalEntity proposal, ProposalState next, String curator, What what, String note) {
        proposal.step(next, now());
        event(proposal.id, curator, what, note);
        ProposalEntity.flush();
        return proposal;
    }

    private void event(String subject, String curator, What what, String note) {
        reports.event(subject, curator, what, note);
    }

    private String write(ClaimContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static boolean same(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }

    private static void lock(String claim) {
        Panache.getEntityManager()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext('claim ' || :claim))) l")
                .setParameter("claim", claim)
                .getSingleResult();
    }

    private Instant now() {
        return Instant.now(clock);
    }
}
