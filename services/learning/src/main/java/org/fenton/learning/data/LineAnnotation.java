package org.fenton.learning.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.fenton.learning.data.DataFiles.Input;
import org.fenton.learning.files.TextFiles;

/** The table that annotates CCLE lines, one row a line by DepMap id. */
public final class LineAnnotation {
    private LineAnnotation() {}

    /**
     * Hands every row on, in the table's order.
     *
     * @return names of the columns
     */
    public static List<String> forEach(DataFiles files, Consumer<CSVRecord> row) throws IOException {
        try (BufferedReader in = TextFiles.open(files.path(Input.LINE_ANNOTATION));
                CSVParser rows = CSVParser.builder()
                        .setReader(in)
                        .setFormat(CSVFormat.DEFAULT
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())
                        .get()) {
            rows.forEach(row);
            return rows.getHeaderNames();
        }
    }
}
