package org.fenton.http;

import java.util.Collection;
import java.util.List;
import org.fenton.http.Problem.Fault;

/** Ends a request with a problem document. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.title() + ": " + problem.detail());
        this.problem = problem;
    }

    public ProblemException(ProblemType type, String detail, List<Fault> errors) {
        this(Problem.of(type, detail, errors));
    }

    public ProblemException(ProblemType type, String detail) {
        this(Problem.of(type, detail));
    }

    /** No {@code kind} is called {@code given}; the names nearest to it among {@code known} are suggested. */
    public static ProblemException notFound(String kind, String given, Collection<String> known) {
        List<String> close = CloseNames.of(given, known);
        String detail = "no " + kind + " '" + given + "'";
        if (close.isEmpty()) {
            return new ProblemException(ProblemType.NOT_FOUND, detail);
        }
        String names = String.join(", ", close);
        return new ProblemException(
                ProblemType.NOT_FOUND, detail + "; close: " + names, List.of(new Fault("", detail, names)));
    }

    public Problem problem() {
        return problem;
    }
}
