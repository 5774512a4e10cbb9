package org.fenton.catalog.curation;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.fenton.catalog.claim.ClaimEntity;
import org.fenton.catalog.curation.EventEntity.What;
import org.fenton.http.ProblemException;

/** Reports of wrong facts, from the first word to the correction that answers them. */
@ApplicationScoped
@Transactional
public class Reports {
    private final Clock clock = Clock.systemUTC();

    public ReportEntity report(ReportRequest request) {
        if (ClaimEntity.count("statementId", request.statement()) == 0) {
            throw ProblemException.notFound("statement", request.statement(), List.of());
        }
        if (request.claim() != null
                && ClaimEntity.count("id = ?1 and statementId = ?2", request.claim(), request.statement()) == 0) {
            throw ProblemException.notFound("claim of statement " + request.statement(), request.claim(), List.of());
        }
        ReportEntity report = new ReportEntity();
        report.id = "W%06d".formatted(Ids.next("report_number"));
        report.version = 1;
        report.state = ReportState.OPEN;
        report.statement = request.statement();
        report.claim = request.claim();
        report.curator = request.curator().strip();
        report.wrong = request.wrong();
        report.proof = request.proof();
        report.reportedAt = Instant.now(clock);
        report.persist();
        event(report.id, report.curator, What.REPORTED, report.wrong);
        return report;
    }

    public ReportEntity dismiss(String id, ProposalRequest.Word word, String ifMatch) {
        ReportEntity report = locked(id);
        Stale.unless(ifMatch, report.tag(), ReportView.of(report));
        if (report.state != ReportState.OPEN) {
            throw new ProblemException(Proposals.NOT_ALLOWED, "report " + id + " is " + report.state);
        }
        report.answer = word.reason();
        report.step(ReportState.DISMISSED);
        event(id, word.curator(), What.DISMISSED, word.reason());
        ReportEntity.flush();
        return report;
    }

    /** A proposal answers the report; one at a time. */
    void link(ProposalEntity proposal) {
        ReportEntity report = locked(proposal.report);
        if (report.state != ReportState.OPEN) {
            throw new ProblemException(Proposals.NOT_ALLOWED, "report " + report.id + " is " + report.state);
        }
        if (!report.statement.equals(proposal.statement)) {
            throw new ProblemException(
                    Proposals.NOT_ALLOWED, "report " + report.id + " is about statement " + report.statement);
        }
        report.step(ReportState.IN_CORRECTION);
        event(report.id, proposal.curator, What.LINKED, proposal.id);
    }

    void reopen(ProposalEntity proposal, String curator) {
        move(proposal, ReportState.OPEN, curator, What.REOPENED);
    }

    void resolve(ProposalEntity proposal, String curator) {
        move(proposal, ReportState.RESOLVED, curator, What.RESOLVED);
    }

    private void move(ProposalEntity proposal, ReportState next, String curator, What what) {
        if (proposal.report != null) {
            ReportEntity report = locked(proposal.report);
            report.step(next);
            event(report.id, curator, what, proposal.id);
        }
    }

    void event(String subject, String curator, What what, String note) {
        EventEntity event = new EventEntity();
        event.subject = subject;
        event.at = Instant.now(clock);
        event.curator = curator.strip();
        event.what = what;
        event.note = note;
        event.persist();
    }

    static ReportEntity find(String id) {
        ReportEntity report = ReportEntity.findById(id);
        if (report == null) {
            throw ProblemException.notFound("report", id, List.of());
        }
        return report;
    }

    private static ReportEntity locked(String id) {
        find(id);
        ReportEntity report = ReportEntity.findById(id, LockModeType.PESSIMISTIC_WRITE);
        Panache.getEntityManager().refresh(report);
        return report;
    }
}
