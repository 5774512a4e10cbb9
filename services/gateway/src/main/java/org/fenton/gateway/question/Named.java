package org.fenton.gateway.question;

import java.util.ArrayList;
import java.util.List;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.http.Problem;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** A combination as a person writes it: one or two drugs by id, name or synonym, in any order, joined by {@code +}. */
public final class Named {
    private static final int LONGEST = 300;

    private Named() {}

    /** @throws ProblemException 404 with close names when the release does not hold a drug, 400 when it is no combination */
    public static Combination combination(String text, Knowledge knowledge) {
        List<String> ids = new ArrayList<>();
        String[] names = text == null || text.length() > LONGEST ? new String[0] : text.split("\\+", -1);
        if (names.length == 0 || names.length > 2 || List.of(names).stream().anyMatch(String::isBlank)) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "one drug, or two joined by '+', is expected as the combination");
        }
        for (String name : names) {
            Drug drug = knowledge.findDrug(name).orElseThrow(() -> unknown(name, knowledge));
            ids.add(drug.id());
        }
        if (ids.size() == 2 && ids.get(0).equals(ids.get(1))) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "'" + text + "' is one drug twice; a pair is two different drugs");
        }
        return ids.size() == 1 ? Combination.single(ids.get(0)) : Combination.of(ids.get(0), ids.get(1));
    }

    private static ProblemException unknown(String name, Knowledge knowledge) {
        String close = String.join(", ", knowledge.closeDrugNames(name));
        String detail = "'" + name + "' is no drug of release " + knowledge.releaseId()
                + (close.isEmpty() ? "" : "; did you mean " + close + "?");
        return new ProblemException(
                ProblemType.NOT_FOUND, detail, List.of(new Problem.Fault("", detail, close.isEmpty() ? null : close)));
    }
}
