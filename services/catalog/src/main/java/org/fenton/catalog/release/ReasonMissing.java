package org.fenton.catalog.release;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** A release that would surprise its users is refused, with every item that needs a reason. */
final class ReasonMissing extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final ProblemType TYPE =
            new ProblemType("urn:problem:reason-missing", 422, "The release drops or turns facts without a reason");

    private ReasonMissing(String detail, List<Fault> faults) {
        super(TYPE, detail, faults);
    }

    static ReasonMissing of(List<Turn> turns) {
        List<Fault> faults = new ArrayList<>();
        for (Turn turn : turns) {
            String like = "{\"type\":\"" + turn.type() + "\",\"id\":\"" + turn.id() + "\",\"reason\":\"…\"}";
            faults.add(new Fault("/reasons", turn.told(), like));
        }
        return new ReasonMissing("nothing was published: " + turns.size() + " item(s) need a reason", faults);
    }

    String items() {
        return problem().errors().stream().map(Fault::detail).collect(Collectors.joining("; "));
    }
}
