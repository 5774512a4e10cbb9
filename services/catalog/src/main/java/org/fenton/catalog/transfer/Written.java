package org.fenton.catalog.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.fenton.documents.CanonicalJson;

/** Rows written in the form they are read in, so that what is exported can be imported. */
final class Written {
    private final Writer out;
    private final Format format;
    private final FactType type;
    private final List<String> columns;

    Written(Writer out, Format format, FactType type) throws IOException {
        this.out = out;
        this.format = format;
        this.type = type;
        this.columns = type.columns();
        if (format != Format.JSONL) {
            line(columns);
        }
    }

    void row(JsonNode row) throws IOException {
        Map<String, String> cells = Cells.of(type.name(), row);
        if (format == Format.JSONL) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            for (String column : columns) {
                String cell = cells.getOrDefault(column, "");
                if (!cell.isEmpty()) {
                    node.put(column, cell);
                }
            }
            out.write(CanonicalJson.write(node));
            out.write('\n');
        } else {
            line(columns.stream().map(column -> cells.getOrDefault(column, "")).toList());
        }
    }

    private void line(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(format == Format.CSV ? ',' : '\t');
            }
            out.write(format == Format.CSV ? quoted(cells.get(i)) : cells.get(i));
        }
        out.write(format == Format.CSV ? "\r\n" : "\n");
    }

    /** RFC 4180. */
    private static String quoted(String cell) {
        boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.equals(cell.strip());
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
