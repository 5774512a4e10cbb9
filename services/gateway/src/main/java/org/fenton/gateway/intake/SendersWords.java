package org.fenton.gateway.intake;

import java.util.List;
import java.util.stream.Collectors;
import org.fenton.documents.intake.CaseDraft;
import org.fenton.http.Problem;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;

/** What was refused of a case that was drafted from another document, said of the places in that document. */
public final class SendersWords {
    private SendersWords() {}

    /** @param whole the place of what came from nowhere in particular */
    public static ProblemException of(CaseDraft draft, ProblemException refused, String whole) {
        Problem problem = refused.problem();
        if (problem.errors().isEmpty()) {
            return refused;
        }
        List<Fault> faults = problem.errors().stream()
                .map(fault -> new Fault(draft.placeOf(fault.pointer(), whole), fault.detail(), fault.suggestion()))
                .toList();
        String detail = faults.stream()
                .map(fault -> fault.pointer() + ": " + fault.detail())
                .collect(Collectors.joining("; "));
        return new ProblemException(
                new Problem(problem.type(), problem.title(), problem.status(), detail, null, null, faults));
    }
}
