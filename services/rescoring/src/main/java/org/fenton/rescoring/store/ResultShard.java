package org.fenton.rescoring.store;

import java.io.IOException;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/**
 * A stretch of the sorted result, written by one task. Which entries it holds depends on their order and number alone,
 * so its files are the same however many tasks and executors there were.
 */
public record ResultShard(String draft, int number, List<Entry> entries) implements Serializable {
    /** Entries of a shard: about 50 MB of packed rankings. */
    public static final int SIZE = 1000;

    /**
     * What was written, and its processor time.
     *
     * @param rows of the table
     */
    public record Written(long rows, long nanos) implements Serializable {
        public Written plus(Written other) {
            return new Written(rows + other.rows, nanos + other.nanos);
        }
    }

    public Written write(CandidateTable table) throws IOException {
        long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        String name = String.format("part-%05d", number);
        Path folder = Path.of(draft);
        long rows = 0;
        try (SegmentWriter segment = new SegmentWriter(folder, name);
                ParquetTable parquet = new ParquetTable(folder.resolve(name + ".candidates.parquet"), table)) {
            segment.header(table.header());
            for (Entry entry : entries) {
                SegmentFiles.Packed packed = SegmentFiles.packed(entry);
                segment.copy(entry, packed);
                CsvCells cells = new CsvCells(SegmentFiles.unpacked(packed.table()));
                for (; cells.hasNext(); rows++) {
                    parquet.write(cells);
                }
            }
        }
        return new Written(rows, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started);
    }
}
