package org.fenton.catalog.release;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.fenton.catalog.claim.ClaimLine;
import org.fenton.catalog.transfer.CopyText;
import org.hibernate.Session;
import org.postgresql.PGConnection;

/**
 * The lines of what the database holds now, in the temporary table {@code draft_line}: those of claims are made by the
 * database, all others line by line and sent by COPY, so that a catalog of any size is published without being held in
 * memory.
 */
final class DraftLines {
    private static final int SEND_AT = 1 << 20;
    private static final String CLAIM = "claim";
    private static final String CLAIMS = "insert into pg_temp.draft_line (position, type, id, line)"
            + " select ? + row_number() over (order by c.id) - 1, '" + CLAIM + "', c.id, " + ClaimLine.SQL
            + " from catalog.claim c order by c.id";

    /** Every table whose changes are counted holds facts. */
    private static final String LOCK_FACTS =
            "do $$ declare t regclass; begin for t in select distinct tgrelid::regclass"
                    + " from pg_trigger g join pg_proc p on p.oid = g.tgfoid where p.proname = 'count_change' order by 1"
                    + " loop execute format('lock table %s in share mode', t); end loop; end $$";

    private final Session session;
    private final CopyText rows = new CopyText();
    private int position;

    private DraftLines(Session session) {
        this.session = session;
    }

    /** Fills the table with lines that are not those of the database. */
    static void fill(ReleaseLines lines) {
        Session session = ReleaseEntity.getEntityManager().unwrap(Session.class);
        session.doWork(DraftLines::makeTable);
        DraftLines draft = new DraftLines(session);
        lines.lines().forEach(draft::add);
        draft.send();
    }

    private static void makeTable(Connection connection) throws SQLException {
        execute(connection, "drop table if exists pg_temp.draft_line");
        execute(
                connection,
                "create temporary table draft_line (position integer, type text collate \"C\","
                        + " id text collate \"C\", line text) on commit drop");
    }

    /** Fills the table; the id of the release that these lines are. Nobody writes facts until the transaction ends. */
    static String fill() {
        Session session = ReleaseEntity.getEntityManager().unwrap(Session.class);
        session.doWork(connection -> {
            execute(connection, LOCK_FACTS);
            makeTable(connection);
        });
        DraftLines draft = new DraftLines(session);
        for (String type : ReleaseLines.types()) {
            if (type.equals(CLAIM)) {
                draft.send();
                draft.addClaims();
            } else {
                ReleaseLines.eachStored(type, draft::add);
            }
        }
        draft.send();
        return session.doReturningWork(connection -> {
            execute(connection, "create unique index on pg_temp.draft_line (position)");
            execute(connection, "analyze pg_temp.draft_line (position, type, id)");
            return id(connection);
        });
    }

    /** The hash of all lines in their order, each ended by a line feed; the bytes are those that the database holds. */
    private static String id(Connection connection) throws SQLException {
        MessageDigest digest = ReleaseLines.sha256();
        try (OutputStream bytes = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            LineBytes.copy(connection, "select line from pg_temp.draft_line order by position", bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException("a hash takes every byte", impossible);
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private void addClaims() {
        position += session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CLAIMS)) {
                statement.setInt(1, position);
                return statement.executeUpdate();
            }
        });
    }

    private void add(ReleaseLines.Line line) {
        rows.value(position++)
                .value(line.type())
                .value(line.id())
                .value(line.json())
                .endRow();
        if (rows.length() >= SEND_AT) {
            send();
        }
    }

    private void send() {
        byte[] bytes = rows.take();
        session.doWork(connection -> {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy pg_temp.draft_line from stdin");
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
