package org.fenton.catalog.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.fenton.catalog.transfer.CopyText;
import org.hibernate.Session;
import org.postgresql.PGConnection;

/**
 * The lines of what the database holds now, in the temporary table {@code draft_line}: made line by line and sent by COPY,
 * so that a catalog of any size is published without being held in memory.
 */
final class DraftLines {
    private static final int SEND_AT = 1 << 20;
    /** Every table whose changes are counted holds facts. */
    private static final String LOCK_FACTS =
            "do $$ declare t regclass; begin for t in select distinct tgrelid::regclass"
                    + " from pg_trigger g join pg_proc p on p.oid = g.tgfoid where p.proname = 'count_change' order by 1"
                    + " loop execute format('lock table %s in share mode', t); end loop; end $$";

    private final Session session;
    private final MessageDigest digest = ReleaseLines.sha256();
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
        ReleaseLines.eachStored(draft::add);
        draft.send();
        session.doWork(connection -> execute(connection, "analyze pg_temp.draft_line"));
        return "sha256:" + HexFormat.of().formatHex(draft.digest.digest());
    }

    private void add(ReleaseLines.Line line) {
        digest.update(line.json().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
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
