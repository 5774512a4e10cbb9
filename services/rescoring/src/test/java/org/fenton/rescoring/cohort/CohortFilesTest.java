package org.fenton.rescoring.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortFilesTest {
    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<CohortRow> rows(List<CohortPart> parts) throws IOException {
        List<CohortRow> rows = new ArrayList<>();
        for (CohortPart part : parts) {
            part.survey();
            part.read(rows::add);
        }
        return rows;
    }

    private List<CohortRow> read(Path file, Optional<Path> sheet) throws IOException {
        return rows(new CohortFiles(List.of(file), sheet, 1 << 20, 1 << 20).parts());
    }

    private String refusal(Path file, Optional<Path> sheet) {
        return assertThrows(CohortException.class, () -> read(file, sheet)).getMessage();
    }

    private static String text(CohortRow row) {
        return new String(row.json(), StandardCharsets.UTF_8);
    }

    private void parquet(Path file, String column, String... cells) throws IOException {
        MessageType schema =
                MessageTypeParser.parseMessageType("message m { optional binary " + column + " (STRING); }");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(schema)
                .build()) {
            for (String cell : cells) {
                writer.write(new SimpleGroupFactory(schema).newGroup().append(column, cell));
            }
        }
    }

    @Test
    void everyLineIsReadOnceWhereverTheFileIsCut() throws IOException {
        Path file = write("a.ndjson", "one\ntwo\n\nthree\r\nfour");
        for (long bytes = 1; bytes < 30; bytes++) {
            List<CohortPart> parts = new CohortFiles(List.of(file), Optional.empty(), bytes, 1 << 20).parts();
            List<String> lines = new ArrayList<>();
            long before = 0;
            for (CohortPart part : parts) {
                part.after(before).read(row -> lines.add(row.line() + " " + text(row)));
                before += part.survey().lines();
            }
            assertEquals(List.of("1 one", "2 two", "4 three", "5 four"), lines, "cut every " + bytes + " bytes");
        }
    }

    @Test
    void aLineOfThreeHundredMegabytesIsReadPastAndNeverHeld() throws IOException {
        Path file = folder.resolve("long.ndjson.gz");
        byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("one\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 300; i++) {
                out.write(megabyte);
            }
            out.write("\ntwo\n".getBytes(StandardCharsets.US_ASCII));
        }
        List<CohortRow> rows = read(file, Optional.empty());
        assertEquals(3, rows.size());
        assertEquals(
                "a line of 314572800 bytes; at most 1048576 are read",
                rows.get(1).fault());
        assertEquals(0, rows.get(1).json().length);
        assertEquals("two", text(rows.get(2)));
    }

    @Test
    void aMatrixAndItsSheetBecomeCases() throws IOException {
        Path matrix = write("m.tsv", "gene\tS1\tS2\nTP53\t1.50\tNA\nSTAT3\t-2\t3e-1\n");
        Path sheet = write(
                "s.csv",
                "sample,oncotree,scale,resistance,medications,ageYears\nS1,LUAD,zscore,WZ4002,none,61\nS2,LUAD,log2,,a; b,\n");
        List<CohortRow> rows = read(matrix, Optional.of(sheet));
        assertEquals(
                "{\"format\":\"fenton-case/1\",\"label\":\"S1\",\"oncotree\":\"LUAD\",\"medications\":[],"
                        + "\"resistance\":{\"drug\":\"WZ4002\"},\"ageYears\":61.0,"
                        + "\"profile\":{\"scale\":\"zscore\",\"genes\":{\"TP53\":1.5,\"STAT3\":-2}}}",
                text(rows.get(0)));
        assertTrue(text(rows.get(1)).contains("\"medications\":[\"a\",\"b\"]"), text(rows.get(1)));
        assertTrue(text(rows.get(1)).endsWith("\"genes\":{\"STAT3\":0.3}}}"), "NA is missing, never 0");
    }

    @Test
    void laboratoryValuesAndGenotypesComeWithTheirUnitsAndMissingStaysMissing() throws IOException {
        Path matrix = write("m.tsv", "gene\tS1\tS2\nTP53\t1\t2\n");
        Path sheet = write(
                "s.tsv",
                "sample\toncotree\tlab:platelets:10*9/L\tgenotype:G6PD\nS1\tLUAD\t180\tdeficient\nS2\tLUAD\tNA\t\n");
        List<CohortRow> rows = read(matrix, Optional.of(sheet));
        assertTrue(
                text(rows.get(0))
                        .contains("\"genotypes\":[{\"gene\":\"G6PD\",\"phenotype\":\"deficient\"}],"
                                + "\"labs\":[{\"name\":\"platelets\",\"value\":180.0,\"unit\":\"10*9/L\"}]"),
                text(rows.get(0)));
        assertFalse(text(rows.get(1)).contains("labs") || text(rows.get(1)).contains("genotypes"), text(rows.get(1)));
        Path bare = write("b.tsv", "sample\toncotree\tlab:platelets\nS1\tLUAD\t180\n");
        assertTrue(refusal(matrix, Optional.of(bare)).contains("b.tsv:1: column 'lab:platelets' does not say"));
    }

    @Test
    void filesOfOneDocumentEachAreReadSomeATask() throws IOException {
        Path cohort = Files.createDirectory(folder.resolve("documents"));
        for (int i = 0; i < 5; i++) {
            Files.writeString(cohort.resolve(i + ".json"), "{\n\"" + i + "\": 1}");
        }
        Files.writeString(cohort.resolve("5.json"), "x".repeat(200));
        List<CohortPart> parts = new CohortFiles(List.of(cohort), Optional.empty(), 24, 100).parts();
        assertEquals(2, parts.size());
        List<CohortRow> rows = rows(parts);
        assertEquals(6, rows.size());
        assertEquals("{\n\"4\": 1}", text(rows.get(4)));
        assertTrue(rows.get(5).fault().contains("200 bytes"), rows.get(5).fault());
    }

    @Test
    void aSampleThatIsTwiceMissingOrUnreadableIsSetAsideAlone() throws IOException {
        Path matrix = write("m.csv", "gene,S1,S2,S3,S3\nTP53,1,x,1,2\n");
        Path sheet = write("s.tsv", "sample\toncotree\nS1\tLUAD\nS2\tLUAD\nS3\tLUAD\nS4\tLUAD\nS5\tLUAD\nS5\tSKCM\n");
        List<String> faults =
                read(matrix, Optional.of(sheet)).stream().map(CohortRow::fault).toList();
        assertEquals("", faults.get(0));
        assertTrue(faults.get(1).endsWith("m.csv:2: gene TP53: 'x' is no finite number"), faults.get(1));
        assertTrue(faults.get(2).contains("'S3' is the name of two columns"), faults.get(2));
        assertTrue(faults.get(3).contains("'S4' is no column"), faults.get(3));
        assertTrue(faults.get(4).contains("'S5' stands 2 times"), faults.get(4));
        assertTrue(faults.get(5).contains("'S5' stands 2 times"), faults.get(5));
    }

    @Test
    void aSheetOrMatrixOfTheWrongShapeIsRefusedWithItsPlace() throws IOException {
        Path matrix = write("m.tsv", "gene\tS1\nTP53\t1\nTP53\t2\n");
        Path good = write("good.tsv", "sample\toncotree\nS1\tLUAD\n");
        assertTrue(refusal(matrix, Optional.empty()).contains("--samples"));
        assertTrue(refusal(matrix, Optional.of(write("a.tsv", "name\toncotree\nS1\tLUAD\n")))
                .contains("a.tsv:1: column 'name' is not known"));
        assertTrue(refusal(matrix, Optional.of(write("b.tsv", "oncotree\nLUAD\n")))
                .contains("b.tsv:1: column 'sample' is missing"));
        assertTrue(refusal(matrix, Optional.of(good)).contains("m.tsv:3: gene 'TP53' stands here a second time"));
        Path ragged = write("r.tsv", "gene\tS1\nTP53\t1\t2\n");
        assertTrue(refusal(ragged, Optional.of(good)).contains("r.tsv:2: 3 cells, the header has 2"));
    }

    @Test
    void parquetFilesOfOneFolderMustAllHoldCases() throws IOException {
        Path cohort = Files.createDirectory(folder.resolve("parquet"));
        parquet(cohort.resolve("a.parquet"), "case", "one", "two");
        List<CohortRow> rows = read(cohort, Optional.empty());
        assertEquals(
                List.of("one", "two"), rows.stream().map(CohortFilesTest::text).toList());
        assertEquals(2, rows.get(1).line());
        parquet(cohort.resolve("b.parquet"), "genes", "x");
        String refusal = refusal(cohort, Optional.empty());
        assertTrue(refusal.contains("b.parquet: no text column 'case'") && refusal.contains("[genes]"), refusal);
    }

    @Test
    void whatIsNoCohortByItsNameIsRefused() throws IOException {
        assertTrue(refusal(write("a.xlsx", "x"), Optional.empty()).contains("no cohort by its name"));
        assertTrue(refusal(folder.resolve("none.ndjson"), Optional.empty()).contains("cannot read the cohort"));
    }
}
