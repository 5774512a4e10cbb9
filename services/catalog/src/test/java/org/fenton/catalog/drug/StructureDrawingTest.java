package org.fenton.catalog.drug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class StructureDrawingTest {
    private static Document drawn(String smiles) throws Exception {
        byte[] svg = StructureDrawing.svg(smiles).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    @Test
    void bondsAreLinesAndOnlyHeteroAtomsAreWritten() throws Exception {
        Document ethanol = drawn("CCO");
        assertEquals(2, ethanol.getElementsByTagName("path").getLength());
        assertEquals(1, ethanol.getElementsByTagName("text").getLength());
        assertTrue(ethanol.getElementsByTagName("text").item(0).getTextContent().contains("O"));
    }

    @Test
    void aDoubleBondIsTwoLinesAndARingIsClosed() throws Exception {
        assertEquals(2, drawn("C=C").getElementsByTagName("path").getLength());
        assertEquals(9, drawn("c1ccccc1").getElementsByTagName("path").getLength());
    }

    @Test
    void theSameStructureIsTheSameDrawing() {
        String ruxolitinib = "N#CC[C@H](C1CCCC1)n1cc(-c2ncnc3[nH]ccc23)cn1";
        assertEquals(StructureDrawing.svg(ruxolitinib), StructureDrawing.svg(ruxolitinib));
    }

    @Test
    void chargesAndHydrogensAreWritten() throws Exception {
        String text = drawn("[NH3+]CC([O-])=O").getDocumentElement().getTextContent();
        assertTrue(text.contains("3") && text.contains("+") && text.contains("\u2212"), text);
    }

    @Test
    void whatIsNoStructureIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> StructureDrawing.svg("not a structure"));
    }
}
