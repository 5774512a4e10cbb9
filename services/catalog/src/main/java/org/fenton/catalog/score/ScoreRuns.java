package org.fenton.catalog.score;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fenton.http.ProblemException;

/** Runs as views; how much of each is here is counted, not kept. */
final class ScoreRuns {
    private static final int TO_SUGGEST = 1000;
    private static final String SELECT = """
            select r.id, r.release, r.bundle, r.policy, r.policy_hash, r.shown, r.rankings, r.output_hash,
                   (select count(*) from catalog.score_run_ranking m where m.run = r.id) as written, r.created_at
            from catalog.score_run r where r.tenant = :tenant""";

    private ScoreRuns() {}

    static List<ScoreRunView> after(String tenant, String id, int most) {
        return views(sql(SELECT + " and r.id > :id order by r.id")
                .setParameter("tenant", tenant)
                .setParameter("id", id)
                .setMaxResults(most));
    }

    static long count(String tenant) {
        return ((Number) sql("select count(*) from catalog.score_run where tenant = :tenant")
                        .setParameter("tenant", tenant)
                        .getSingleResult())
                .longValue();
    }

    static ScoreRunView get(String tenant, String id) {
        List<ScoreRunView> found = views(
                sql(SELECT + " and r.id = :id").setParameter("tenant", tenant).setParameter("id", id));
        if (found.isEmpty()) {
            List<?> known = sql("select id from catalog.score_run where tenant = :tenant order by created_at desc")
                    .setParameter("tenant", tenant)
                    .setMaxResults(TO_SUGGEST)
                    .getResultList();
            throw ProblemException.notFound(
                    "run of scores", id, known.stream().map(String.class::cast).toList());
        }
        return found.get(0);
    }

    private static List<ScoreRunView> views(Query query) {
        List<ScoreRunView> views = new ArrayList<>();
        for (Object each : query.getResultList()) {
            Object[] row = (Object[]) each;
            int rankings = ((Number) row[6]).intValue();
            int written = ((Number) row[8]).intValue();
            views.add(new ScoreRunView(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    (String) row[4],
                    ((Number) row[5]).intValue(),
                    rankings,
                    (String) row[7],
                    written,
                    written == rankings,
                    (Instant) row[9]));
        }
        return views;
    }

    private static Query sql(String text) {
        return Panache.getEntityManager().createNativeQuery(text);
    }
}
