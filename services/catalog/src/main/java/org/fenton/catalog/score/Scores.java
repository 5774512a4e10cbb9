package org.fenton.catalog.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fenton.http.access.Caller;

/** Writes batches of scores: each all or nothing, and the same batch again changes nothing. */
@ApplicationScoped
public class Scores {
    /** Writers of one run take turns at its row; a run that is there already is only locked. */
    private static final String RUN = """
            insert into catalog.score_run
                    (id, tenant, release, bundle, policy, policy_hash, shown, rankings, output_hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private static final String RANKINGS = """
            insert into catalog.score_ranking (tenant, digest, case_id, scores)
                select ?, r.digest, r."case", jsonb_array_length(r.scores)
                from jsonb_to_recordset(?::jsonb) as r (digest text, "case" text, scores jsonb)
                order by r.digest on conflict do nothing returning number""";

    private static final String SCORES = """
            insert into catalog.score (ranking, place, combination, outlook, lane, rank, band, score, lower, upper, abstained,
                                       abstention, unknown, safety, caveats, excluded, reason)
                select k.number, c.number - 1, s.combination, s.outlook, s.lane, s.rank, s.band, s.score, s.lower, s.upper,
                       s.abstained, s.abstention, s.unknown, s.safety, s.caveats, s.excluded, s.reason
                from jsonb_to_recordset(?::jsonb) as r (digest text, scores jsonb)
                     join catalog.score_ranking k on k.tenant = ? and k.digest = r.digest,
                     lateral jsonb_array_elements(r.scores) with ordinality as c (candidate, number),
                     lateral jsonb_to_record(c.candidate) as s (combination text, outlook text, lane text, rank integer,
                         band integer, score double precision, lower double precision, upper double precision,
                         abstained boolean, abstention text, unknown text[], safety text[], caveats text[], excluded text,
                         reason text)
                where k.number = any (?)""";

    private static final String MEMBERS = """
            insert into catalog.score_run_ranking (run, ranking)
                select ?, k.number from catalog.score_ranking k where k.tenant = ? and k.digest = any (?)
                on conflict do nothing""";

    private final ObjectMapper json;
    private final Caller caller;

    Scores(ObjectMapper json, Caller caller) {
        this.json = json;
        this.caller = caller;
    }

    @Transactional
    public BatchWritten write(ScoreBatch batch) {
        return Panache.getSession().doReturningWork(connection -> {
            String tenant = caller.tenant();
            String run = batch.run().id(tenant);
            BatchCheck.ofRelease(batch, connection);
            insertRun(connection, run, tenant, batch.run());
            String rankings = text(batch.rankings());
            List<Long> added = insertRankings(connection, tenant, rankings);
            BatchCheck.ofContent(batch, tenant, connection);
            insertScores(connection, tenant, rankings, added);
            int written = insertMembers(connection, run, tenant, batch);
            BatchCheck.ofSize(batch, written);
            return new BatchWritten(
                    run,
                    added.size(),
                    batch.rankings().size() - added.size(),
                    written,
                    written == batch.run().rankings());
        });
    }

    private static void insertRun(Connection connection, String id, String tenant, ScoreRun run) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RUN);
                PreparedStatement turn =
                        connection.prepareStatement("select 1 from catalog.score_run where id = ? for update")) {
            insert.setString(1, id);
            insert.setString(2, tenant);
            insert.setString(3, run.release());
            insert.setString(4, run.bundle());
            insert.setString(5, run.policy());
            insert.setString(6, run.policyHash());
            insert.setInt(7, run.shown());
            insert.setInt(8, run.rankings());
            insert.setString(9, run.outputHash());
            insert.executeUpdate();
            turn.setString(1, id);
            turn.executeQuery();
        }
    }

    private static List<Long> insertRankings(Connection connection, String tenant, String rankings)
            throws SQLException {
        List<Long> added = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(RANKINGS)) {
            insert.setString(1, tenant);
            insert.setString(2, rankings);
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    added.add(rows.getLong(1));
                }
            }
        }
        return added;
    }

    private static void insertScores(Connection connection, String tenant, String rankings, List<Long> added)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SCORES)) {
            insert.setString(1, rankings);
            insert.setString(2, tenant);
            insert.setArray(3, connection.createArrayOf("bigint", added.toArray()));
            insert.executeUpdate();
        }
    }

    /** How many rankings of the run there are then. */
    private static int insertMembers(Connection connection, String run, String tenant, ScoreBatch batch)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(MEMBERS);
                PreparedStatement count = connection.prepareStatement(
                        "select count(*)::integer from catalog.score_run_ranking where run = ?")) {
            insert.setString(1, run);
            insert.setString(2, tenant);
            insert.setArray(3, connection.createArrayOf("text", batch.digests()));
            insert.executeUpdate();
            count.setString(1, run);
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private String text(List<RankingScores> rankings) {
        try {
            return json.writeValueAsString(rankings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was read as JSON can be written", impossible);
        }
    }
}
