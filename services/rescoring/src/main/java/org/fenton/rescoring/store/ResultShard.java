package org.fenton.rescoring.store;

import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A stretch of the sorted result, written by one task. Which entries it holds depends on their order and number alone,
 * so its files are the same however many tasks and executors there were.
 */
public record ResultShard(String draft, int number, List<Entry> entries) implements Serializable {
    /** Entries of a shard: about 200 MB of packed rankings. */
    public static final int SIZE = 5000;

    /** The number of rows of the table that were written. */
    public long write(CandidateTable table) throws IOException {
        String name = String.format("part-%05d", number);
        Path folder = Path.of(draft);
        long rows = 0;
        try (SegmentWriter segment = new SegmentWriter(folder, name);
                ParquetTable parquet = new ParquetTable(folder.resolve(name + ".candidates.parquet"), table)) {
            segment.header(table.header());
            for (Entry entry : entries) {
                byte[] packed = SegmentFiles.table(entry);
                segment.copy(entry, SegmentFiles.ranking(entry), packed);
                String lines = new String(SegmentFiles.unpacked(packed), StandardCharsets.UTF_8);
                try (CSVParser parser = CSVParser.parse(new StringReader(lines), CSVFormat.RFC4180)) {
                    for (CSVRecord row : parser) {
                        parquet.write(row);
                        rows++;
                    }
                }
            }
        }
        return rows;
    }
}
