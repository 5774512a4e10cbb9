package org.fenton.catalog.release;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The one text column of a query, each value ended by a line feed, in the bytes that the database holds: fetched by COPY in
 * its binary form, so that nothing is decoded on the way.
 */
final class LineBytes {
    /** "PGCOPY", flags and the length of an extension; it comes in front of the first row. */
    private static final int HEADER = 19;
    /** The number of columns, and the length of the only one. */
    private static final int ROW_HEADER = 2 + 4;

    private LineBytes() {}

    /** How many lines there were. The query is text of this package, with nothing of a caller's in it. */
    static int copy(Connection connection, String query, OutputStream to) throws SQLException, IOException {
        CopyOut rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout (format binary)");
        int lines = 0;
        int from = HEADER;
        try {
            for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
                if (row.length - from > ROW_HEADER) {
                    to.write(row, from + ROW_HEADER, row.length - from - ROW_HEADER);
                    to.write('\n');
                    lines++;
                }
                from = 0;
            }
            return lines;
        } finally {
            if (rows.isActive()) {
                rows.cancelCopy();
            }
        }
    }
}
