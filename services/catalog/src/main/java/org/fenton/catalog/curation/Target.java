package org.fenton.catalog.curation;

import java.util.List;
import org.fenton.catalog.claim.ClaimEntity;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/**
 * The claim that a request is about.
 *
 * @param sibling the claim itself, or for a new one any claim of its statement: the subject is the same
 */
record Target(String claim, String statement, ClaimEntity sibling) {

    static Target of(ProposalRequest request) {
        if (request.action() == Action.ADD) {
            return added(request);
        }
        if (request.claim() == null) {
            throw refused("/claim", "names the claim to change", "");
        }
        if (request.statement() != null) {
            throw refused("/statement", "is for a new claim; this one has its statement", "");
        }
        ClaimEntity claim = ClaimEntity.findById(request.claim());
        if (claim == null) {
            throw ProblemException.notFound("claim", request.claim(), siblings(request.claim()));
        }
        if (request.action() == Action.CORRECT) {
            if (request.content() == null) {
                throw refused("/content", "says what the claim shall be", "");
            }
            ContentCheck.refuseFaults(request.content());
            refuseOtherStudy(claim.id, request.content());
        } else if (request.content() != null) {
            throw refused("/content", "a claim that is retracted has none", "");
        }
        return new Target(claim.id, claim.statementId, claim);
    }

    /** The claim by the request's own words, whether it exists or not. */
    static String named(ProposalRequest request) {
        if (request.claim() != null) {
            return request.claim();
        }
        String study = request.content() == null ? "" : request.content().study();
        return request.statement() + "@" + study;
    }

    private static Target added(ProposalRequest request) {
        if (request.claim() != null) {
            throw refused("/claim", "a new claim is named by its statement and its study", "");
        }
        if (request.statement() == null) {
            throw refused("/statement", "names the statement the study speaks of", "");
        }
        if (request.content() == null) {
            throw refused("/content", "says what the claim shall be", "");
        }
        List<ClaimEntity> siblings = ClaimEntity.<ClaimEntity>find("statementId = ?1 order by id", request.statement())
                .range(0, 0)
                .list();
        if (siblings.isEmpty()) {
            throw ProblemException.notFound("statement", request.statement(), List.of());
        }
        ContentCheck.refuseFaults(request.content());
        return new Target(request.statement() + "@" + request.content().study(), request.statement(), siblings.get(0));
    }

    /** A claim is one study's: another study's word is another claim. */
    static void refuseOtherStudy(String claim, ClaimContent content) {
        if (!claim.endsWith("@" + content.study())) {
            throw refused(
                    "/content/study",
                    "claim " + claim + " is the word of another study",
                    claim.substring(claim.indexOf('@') + 1));
        }
    }

    private static List<String> siblings(String claim) {
        String statement = claim.replaceAll("[@/].*", "");
        return ClaimEntity.<ClaimEntity>list("statementId", statement).stream()
                .map(sibling -> sibling.id)
                .toList();
    }

    private static ProblemException refused(String pointer, String reason, String suggestion) {
        return new ProblemException(
                ProblemType.INVALID_REQUEST,
                pointer.substring(1) + " " + reason,
                List.of(new Fault(pointer, reason, suggestion.isEmpty() ? null : suggestion)));
    }
}
