package org.fenton.rescoring.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Rows of the flat table as one Parquet file; an empty cell is null. */
final class ParquetTable implements Closeable {
    private final ParquetWriter<CsvCells> writer;

    ParquetTable(Path file, CandidateTable table) throws IOException {
        // gzip needs no native library, and a small row group bounds the memory of a task
        writer = new Builder(new LocalOutputFile(file), table)
                // a task that is tried again finds what the one before left
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.GZIP)
                .config("zlib.compress.level", "BEST_SPEED")
                .withRowGroupSize(16L << 20)
                .build();
    }

    /** Takes the next row out of {@code cells}. */
    void write(CsvCells cells) throws IOException {
        writer.write(cells);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<CsvCells, Builder> {
        private final CandidateTable table;

        Builder(OutputFile file, CandidateTable table) {
            super(file);
            this.table = table;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<CsvCells> getWriteSupport(Configuration ignored) {
            return new Rows(table);
        }
    }

    /** Writes cells column by column without an object a row. */
    private static final class Rows extends WriteSupport<CsvCells> {
        private final CandidateTable table;
        private RecordConsumer consumer;

        Rows(CandidateTable table) {
            this.table = table;
        }

        @Override
        public WriteContext init(Configuration ignored) {
            return new WriteContext(schema(table), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer given) {
            consumer = given;
        }

        @Override
        public void write(CsvCells cells) {
            consumer.startMessage();
            for (int i = 0; i < table.columns().size(); i++) {
                cells.next();
                if (!cells.isEmpty()) {
                    CandidateTable.Column column = table.columns().get(i);
                    consumer.startField(column.name(), i);
                    switch (column.type()) {
                        case TEXT -> consumer.addBinary(Binary.fromConstantByteArray(cells.bytes()));
                        case INTEGER -> consumer.addInteger(Integer.parseInt(cells.string()));
                        case DECIMAL -> consumer.addDouble(Double.parseDouble(cells.string()));
                    }
                    consumer.endField(column.name(), i);
                }
            }
            consumer.endMessage();
        }
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
}
