package org.fenton.rescoring.cohort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** A Parquet file whose column {@code case} holds one case document a row; other columns are not read. */
record ParquetPart(String file) implements CohortPart {
    static final String COLUMN = "case";

    private static final class Groups extends ParquetReader.Builder<Group> {
        Groups(InputFile file) {
            super(file);
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }

    @Override
    public Size survey() throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(input())) {
            MessageType schema = reader.getFileMetaData().getSchema();
            boolean text = schema.containsField(COLUMN)
                    && schema.getType(COLUMN).isPrimitive()
                    && schema.getType(COLUMN).asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
            if (!text) {
                throw new CohortException(file + ": no text column '" + COLUMN + "' with a case document a row; it has "
                        + schema.getFields().stream()
                                .map(field -> field.getName())
                                .toList());
            }
            return new Size(reader.getRecordCount(), reader.getRecordCount());
        } catch (CohortException known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            throw new CohortException(file + ": no whole Parquet file: " + broken.getMessage());
        }
    }

    @Override
    public CohortPart after(long lines) {
        return this;
    }

    @Override
    public void read(CohortRow.Taker taker) throws IOException {
        try (ParquetReader<Group> reader = new Groups(input()).build()) {
            Group row = reader.read();
            for (long line = 1; row != null; line++) {
                taker.take(
                        row.getFieldRepetitionCount(COLUMN) == 0
                                ? CohortRow.faulty(file, line, "column '" + COLUMN + "' is empty")
                                : CohortRow.of(
                                        file, line, row.getString(COLUMN, 0).getBytes(StandardCharsets.UTF_8)));
                row = reader.read();
            }
        }
    }

    private LocalInputFile input() {
        return new LocalInputFile(Path.of(file));
    }
}
