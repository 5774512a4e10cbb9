package org.fenton.catalog.score;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fenton.http.CloseNames;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** What a batch must hold true against what the catalog knows; every fault is told with its place. */
final class BatchCheck {
    private static final ProblemType REFUSED =
            new ProblemType("urn:problem:scores-refused", 422, "The batch has faults; nothing of it was written");
    private static final ProblemType CONFLICT =
            new ProblemType("urn:problem:score-conflict", 409, "On record with another content; nothing was written");

    private static final int MOST_FAULTS = 100;

    private BatchCheck() {}

    /** Its release is here, and has every drug that is scored; no ranking comes twice. */
    static void ofRelease(ScoreBatch batch, Connection connection) throws SQLException {
        Set<String> drugs = drugs(batch.run().release(), connection);
        List<Fault> faults = new ArrayList<>();
        if (drugs.isEmpty()) {
            faults.add(new Fault(
                    "/run/release", "no release '" + batch.run().release() + "' is here", "an id of GET /v1/releases"));
        }
        Set<String> seen = new HashSet<>();
        for (int r = 0; r < batch.rankings().size() && !drugs.isEmpty(); r++) {
            RankingScores ranking = batch.rankings().get(r);
            String place = "/rankings/" + r;
            if (!seen.add(ranking.digest())) {
                faults.add(new Fault(place + "/digest", "this ranking stands in the batch before"));
            }
            for (int s = 0; s < ranking.scores().size(); s++) {
                String where = place + "/scores/" + s + "/combination";
                faults.addAll(unknown(where, ranking.scores().get(s).combination(), drugs));
            }
        }
        refuseIf(REFUSED, faults);
    }

    /** A digest that was here before is of the same case, with as many scores. */
    static void ofContent(ScoreBatch batch, String tenant, Connection connection) throws SQLException {
        Map<String, String> here = new HashMap<>();
        try (PreparedStatement ask =
                connection.prepareStatement("select digest, case_id || ' ' || scores from catalog.score_ranking"
                        + " where tenant = ? and digest = any (?)")) {
            ask.setString(1, tenant);
            ask.setArray(2, connection.createArrayOf("text", batch.digests()));
            read(ask, here);
        }
        List<Fault> faults = new ArrayList<>();
        for (int r = 0; r < batch.rankings().size(); r++) {
            RankingScores given = batch.rankings().get(r);
            String is = given.caseId() + " " + given.scores().size();
            if (!is.equals(here.get(given.digest()))) {
                faults.add(new Fault(
                        "/rankings/" + r,
                        "case and number of scores are " + is + "; on record under this digest is "
                                + here.get(given.digest())));
            }
        }
        refuseIf(CONFLICT, faults);
    }

    static void ofSize(ScoreBatch batch, int written) {
        int declared = batch.run().rankings();
        if (written > declared) {
            refuseIf(
                    CONFLICT,
                    List.of(new Fault(
                            "/run/rankings",
                            "the run would have " + written + " rankings, " + declared + " are declared")));
        }
    }

    private static List<Fault> unknown(String place, String combination, Set<String> drugs) {
        List<Fault> faults = new ArrayList<>();
        for (String drug : combination.split("\\+", -1)) {
            if (!drugs.contains(drug)) {
                String close = String.join(", ", CloseNames.of(drug, drugs));
                faults.add(new Fault(place, "the release has no drug '" + drug + "'", close.isEmpty() ? null : close));
            }
        }
        return faults;
    }

    private static Set<String> drugs(String release, Connection connection) throws SQLException {
        Map<String, String> drugs = new HashMap<>();
        try (PreparedStatement ask = connection.prepareStatement(
                "select id, id from catalog.release_line where release = ? and type = 'drug'")) {
            ask.setString(1, release);
            read(ask, drugs);
        }
        return drugs.keySet();
    }

    private static void read(PreparedStatement ask, Map<String, String> into) throws SQLException {
        try (ResultSet rows = ask.executeQuery()) {
            while (rows.next()) {
                into.put(rows.getString(1), rows.getString(2));
            }
        }
    }

    private static void refuseIf(ProblemType type, Collection<Fault> faults) {
        if (!faults.isEmpty()) {
            String more = faults.size() > MOST_FAULTS ? "; the first " + MOST_FAULTS + " are listed" : "";
            throw new ProblemException(
                    type,
                    faults.size() + " fault(s)" + more,
                    faults.stream().limit(MOST_FAULTS).toList());
        }
    }
}
