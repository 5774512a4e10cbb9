package org.fenton.gateway.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name of signs that no font draws and no XML holds is still printed around. */
class PdfTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "STAT3 \u22a3 SLC7A11, 1\u202f303, 10\u2079/L",
                "\u0001\u0000\u0008 controls",
                "\u202eeman\u202c \u2066turned\u2069",
                "\ud83d\ude00 and half of one: \ud83d",
                "\uffff\ufffe"
            })
    void anyTextIsPrinted(String text) {
        byte[] pdf = Pdf.of("<html><head><title>t</title></head><body><p>" + text + "</p></body></html>");
        assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.ISO_8859_1));
    }
}
