package org.fenton.rescoring.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.csv.CSVRecord;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Rows of the flat table as one Parquet file; an empty cell is null. */
final class ParquetTable implements Closeable {
    private final CandidateTable table;
    private final SimpleGroupFactory rows;
    private final ParquetWriter<Group> writer;

    ParquetTable(Path file, CandidateTable table) throws IOException {
        this.table = table;
        MessageType schema = schema(table);
        rows = new SimpleGroupFactory(schema);
        // gzip needs no native library, and a small row group bounds the memory of a task
        writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(schema)
                // a task that is tried again finds what the one before left
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.GZIP)
                .withRowGroupSize(16L << 20)
                .build();
    }

    private static MessageType schema(CandidateTable table) {
        Types.MessageTypeBuilder builder = Types.buildMessage();
        for (CandidateTable.Column column : table.columns()) {
            switch (column.type()) {
                case TEXT ->
                    builder.optional(PrimitiveTypeName.BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(column.name());
                case INTEGER -> builder.optional(PrimitiveTypeName.INT32).named(column.name());
                case DECIMAL -> builder.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            }
        }
        return builder.named("candidates");
    }

    void write(CSVRecord cells) throws IOException {
        Group row = rows.newGroup();
        for (int i = 0; i < table.columns().size(); i++) {
            String cell = cells.get(i);
            String name = table.columns().get(i).name();
            if (!cell.isEmpty()) {
                switch (table.columns().get(i).type()) {
                    case TEXT -> row.add(name, cell);
                    case INTEGER -> row.add(name, Integer.parseInt(cell));
                    case DECIMAL -> row.add(name, Double.parseDouble(cell));
                }
            }
        }
        writer.write(row);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
