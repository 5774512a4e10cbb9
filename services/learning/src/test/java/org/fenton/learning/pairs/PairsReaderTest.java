package org.fenton.learning.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsReaderTest {
    private static final String HEADER = "drug_a\tdrug_b\tcell_line\n";

    private static List<PairRow> read(String text) throws IOException {
        PairsReader reader = new PairsReader("p.tsv", new BufferedReader(new StringReader(text)));
        List<PairRow> rows = new ArrayList<>();
        for (Optional<PairRow> row = reader.next(); row.isPresent(); row = reader.next()) {
            rows.add(row.get());
        }
        return rows;
    }

    @Test
    void columnsAreFoundByName() throws IOException {
        assertEquals(
                List.of(new PairRow("a b", "c", "L")),
                read("\uFEFFcell_line\tnote\tdrug_b\tdrug_a\r\nL\t\tc\t a b \r\n\n"));
        assertEquals(List.of(), read(HEADER));
    }

    @Test
    void otherColumnsAreNamed() throws IOException {
        PairsReader reader =
                new PairsReader("p.tsv", new BufferedReader(new StringReader("id\tdrug_a\tdrug_b\tcell_line\tnote\n")));
        assertEquals(List.of("id", "note"), reader.ignored());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|p.tsv, line 1: is empty; the header is drug_a drug_b cell_line, separated by tabs",
                "drug_a,drug_b,cell_line~|p.tsv, line 1: there is no column drug_a; the header is drug_a drug_b cell_line, separated by tabs, and it is 'drug_a,drug_b,cell_line'",
                "drug_a>drug_a>drug_b>cell_line~|p.tsv, line 1, column drug_a: stands twice; keep one of them",
                "drug_a>drug_b>cell_line~a>b~|p.tsv, line 2: has 2 cells, the header has 3; give one for each column, separated by tabs",
                "drug_a>drug_b>cell_line~a>b>L~~a>b>L~|p.tsv, line 3: is empty; remove it",
                "drug_a>drug_b>cell_line~a>b>L~a> >L~|p.tsv, line 3, column drug_b: is empty; give a drug by name or identifier, or its SMILES",
                "drug_a>drug_b>cell_line~a\uFFFD>b>L~|p.tsv, line 2, column drug_a: holds bytes that are not UTF-8; save the file as UTF-8",
                "drug_a>drug_b>cell_line~a>b>~|p.tsv, line 2, column cell_line: is empty; give a cell line by name or identifier"
            })
    void aFaultIsNamedByItsPlace(String text, String message) {
        String table = text.replace('>', '\t').replace('~', '\n');
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> read(table)).getMessage());
    }
}
