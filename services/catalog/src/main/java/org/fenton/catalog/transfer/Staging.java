package org.fenton.catalog.transfer;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Temporary tables, shaped like the catalog's but without its constraints, that hold a file's rows until all of them are
 * known to be right. They are filled by COPY and vanish with the transaction.
 */
final class Staging implements AutoCloseable {
    static final String PREFIX = "staged_";
    private static final int SEND_AT = 1 << 16;

    private final Connection connection;
    private final Map<String, TableShape> shapes = new LinkedHashMap<>();
    private final Map<String, CopyText> buffers = new LinkedHashMap<>();
    private CopyIn open;
    private String openTable;

    Staging(Connection connection) {
        this.connection = connection;
    }

    /** Over a table that an earlier staging of the transaction made. */
    static Staging again(Connection connection, TableShape shape) {
        Staging staging = new Staging(connection);
        staging.shapes.put(shape.table(), shape);
        staging.buffers.put(shape.table(), new CopyText());
        return staging;
    }

    /** Makes the table of this shape and those of its children. */
    void add(TableShape shape) throws SQLException {
        if (shapes.put(shape.table(), shape) != null) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table " + PREFIX + shape.table()
                    + " on commit drop as select 0 as staged_line, t.* from catalog." + shape.table()
                    + " t with no data");
        }
        buffers.put(shape.table(), new CopyText());
        for (TableShape.Child child : shape.children()) {
            add(child.shape());
        }
    }

    List<TableShape> shapes() {
        return List.copyOf(shapes.values());
    }

    void row(TableShape shape, int line, Object row) throws SQLException {
        CopyText buffer = buffers.get(shape.table()).value(line);
        for (TableShape.ColumnShape column : shape.columns()) {
            buffer.value(column.value().apply(row));
        }
        buffer.endRow();
        if (!shape.children().isEmpty()) {
            Object key = key(shape, row);
            for (TableShape.Child child : shape.children()) {
                children(child.shape(), line, key, child.elements().apply(row));
            }
        }
        sendIfLarge(shape, buffer);
    }

    void children(TableShape shape, int line, Object key, List<?> elements) throws SQLException {
        CopyText buffer = buffers.get(shape.table());
        int position = 0;
        for (Object element : elements) {
            buffer.value(line).value(key).value(position++);
            for (TableShape.ColumnShape column : shape.columns()) {
                buffer.value(column.value().apply(element));
            }
            buffer.endRow();
        }
        sendIfLarge(shape, buffer);
    }

    private static Object key(TableShape shape, Object row) {
        for (TableShape.ColumnShape column : shape.columns()) {
            if (column.name().equals("id")) {
                return column.value().apply(row);
            }
        }
        throw new IllegalStateException(shape.table() + " has no id");
    }

    private void sendIfLarge(TableShape shape, CopyText buffer) throws SQLException {
        if (buffer.length() >= SEND_AT) {
            send(shape, buffer);
        }
    }

    /** One COPY stays open as long as rows are of one table, so that the server works while more rows are read. */
    private void send(TableShape shape, CopyText buffer) throws SQLException {
        if (!shape.table().equals(openTable)) {
            end();
            open = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy pg_temp." + PREFIX + shape.table() + " (" + String.join(", ", columns(shape))
                            + ") from stdin");
            openTable = shape.table();
        }
        byte[] bytes = buffer.take();
        open.writeToCopy(bytes, 0, bytes.length);
    }

    private static List<String> columns(TableShape shape) {
        List<String> columns = new ArrayList<>(List.of("staged_line"));
        if (shape.key() != null) {
            columns.addAll(List.of(shape.key(), "position"));
        }
        shape.columns().forEach(column -> columns.add('"' + column.name() + '"'));
        return columns;
    }

    /** Sends what is buffered and tells the planner how much there is. */
    void finish() throws SQLException {
        for (TableShape shape : shapes.values()) {
            CopyText buffer = buffers.get(shape.table());
            if (!buffer.isEmpty()) {
                send(shape, buffer);
            }
        }
        end();
        // By these rows are matched; what the others hold, nothing is looked up by.
        String tables = shapes.values().stream()
                .map(shape -> PREFIX + shape.table() + " (" + (shape.key() == null ? "id" : shape.key()) + ")")
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze " + tables);
        }
    }

    private void end() throws SQLException {
        if (open != null) {
            CopyIn ending = open;
            open = null;
            openTable = null;
            ending.endCopy();
        }
    }

    /** A COPY that was not finished is abandoned, so that the connection can be rolled back and used again. */
    @Override
    public void close() throws SQLException {
        if (open != null && open.isActive()) {
            open.cancelCopy();
        }
    }
}
