package org.fenton.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells are RFC 4180, and none of them is calculated by the sheet that opens the file. */
class CsvCellTest {
    @ParameterizedTest
    @ValueSource(strings = {"ruxolitinib+artesunate", "", "-0.05", "-1.2e-05", "0", "monitor SF67"})
    void numbersAndWordsStayAsTheyAre(String cell) {
        assertEquals(cell, CsvCell.quoted(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx"})
    void whatAFormulaBeginsWithIsLedByAnApostrophe(String cell) {
        assertEquals("'" + cell, CsvCell.quoted(cell));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a, b          | "a, b"
            say "no"      | "say ""no""\"
            =H("x","y")   | "'=H(""x"",""y"")"
            """)
    void commasAndQuotesAreQuoted(String cell, String written) {
        assertEquals(written, CsvCell.quoted(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "'=1+1", "''=1", "-2+3", "'-5", "-5", "it's", "'quoted'", "\tx", "", "+", "'"})
    void whatIsReadIsWhatWasWritten(String cell) {
        assertEquals(cell, CsvCell.read(CsvCell.quoted(cell)));
    }
}
