package org.fenton.catalog.score;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Query;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** Which scores of a run are asked for. */
public class ScoreQuery {
    private static final String FROM = """
            from catalog.score_run_ranking m
                join catalog.score_ranking r on r.number = m.ranking
                join catalog.score s on s.ranking = m.ranking
            where m.run = :run""";

    @Parameter(required = true, description = "A run's id, from GET /v1/score-runs.")
    @QueryParam("run")
    @NotBlank
    public String run;

    @Parameter(description = "Of this case alone.")
    @QueryParam("case")
    public String caseId;

    @Parameter(description = "Of this candidate alone: ids of its drugs, joined by +.")
    @QueryParam("combination")
    public String combination;

    @QueryParam("outlook")
    public Outlook outlook;

    List<ScoreView> after(String key, int most) {
        String[] place = place(key);
        Query query = query(
                        "select r.case_id, r.digest, s.place, s.combination, s.outlook, s.lane, s.rank, s.band, s.score,"
                                + " s.lower, s.upper, s.abstained, s.abstention, s.unknown, s.safety, s.caveats, s.excluded,"
                                + " s.reason, s.ranking " + FROM + conditions()
                                + " and (m.ranking, s.place) > (:ranking, :place)"
                                + " order by m.ranking, s.place")
                .setParameter("ranking", Long.parseLong(place[0]))
                .setParameter("place", Integer.parseInt(place[1]))
                .setMaxResults(most);
        List<ScoreView> views = new ArrayList<>();
        for (Object each : query.getResultList()) {
            views.add(view((Object[]) each));
        }
        return views;
    }

    long count() {
        return ((Number) query("select count(*) " + FROM + conditions()).getSingleResult()).longValue();
    }

    private static String[] place(String key) {
        if (key.isEmpty()) {
            return new String[] {"0", "0"};
        }
        if (!key.matches("[0-9]{1,18}\\.[0-9]{1,6}")) {
            String detail = "follow the Link header: after is two numbers and a dot";
            throw new ProblemException(ProblemType.INVALID_REQUEST, detail, List.of(new Fault("?after", detail)));
        }
        return key.split("\\.");
    }

    private Map<String, Object> given() {
        Map<String, Object> given = new TreeMap<>();
        given.put("run", run);
        if (caseId != null) {
            given.put("caseId", caseId);
        }
        if (combination != null) {
            given.put("combination", combination);
        }
        if (outlook != null) {
            given.put("outlook", outlook.name());
        }
        return given;
    }

    private String conditions() {
        return (caseId == null ? "" : " and r.case_id = :caseId")
                + (combination == null ? "" : " and s.combination = :combination")
                + (outlook == null ? "" : " and s.outlook = :outlook");
    }

    private Query query(String sql) {
        Query query = Panache.getEntityManager().createNativeQuery(sql);
        given().forEach(query::setParameter);
        return query;
    }

    private static ScoreView view(Object[] row) {
        Score score = new Score(
                (String) row[3],
                Outlook.valueOf((String) row[4]),
                (String) row[5],
                (Integer) row[6],
                (Integer) row[7],
                (Double) row[8],
                (Double) row[9],
                (Double) row[10],
                (Boolean) row[11],
                (String) row[12],
                texts(row[13]),
                texts(row[14]),
                texts(row[15]),
                (String) row[16],
                (String) row[17]);
        return new ScoreView((String) row[0], (String) row[1], (Integer) row[2], score, (Long) row[18]);
    }

    private static List<String> texts(Object array) {
        return Arrays.stream((Object[]) array).map(String.class::cast).toList();
    }
}
