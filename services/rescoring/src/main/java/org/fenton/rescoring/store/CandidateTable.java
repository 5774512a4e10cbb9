package org.fenton.rescoring.store;

import java.io.Serializable;
import java.util.List;

/** The columns of the flat table, in order; a column of numbers may be empty in a row. */
public record CandidateTable(List<Column> columns) implements Serializable {
    public enum Type {
        TEXT,
        INTEGER,
        DECIMAL
    }

    public record Column(String name, Type type) implements Serializable {}

    String header() {
        return String.join(",", columns.stream().map(Column::name).toList()) + "\r\n";
    }
}
