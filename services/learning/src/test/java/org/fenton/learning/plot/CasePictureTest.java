package org.fenton.learning.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.CoverageReport;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.NetworkEdge;
import org.fenton.core.pathway.Scale;
import org.fenton.core.pathway.Ulm;
import org.fenton.core.programme.GeneProgramme;
import org.fenton.core.programme.ProgrammeScoring;
import org.fenton.core.programme.Programmes;
import org.fenton.core.programme.RankedProgramme;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class CasePictureTest {
    private static final Map<String, Double> GENES = Map.of(
            "SLC7A11", 1.5, "GPX4", -0.7, "SLC3A2", 0.4, "GCLC", 0.2, "TFRC", -1.1, "STAT3", 0.9, "JAK1", 0.05, "OTHER",
            0.0);

    @Test
    void isValidXmlWithTitleDescriptionAndViewBox() throws Exception {
        Element svg = parsed(picture("S1")).getDocumentElement();
        assertEquals("svg", svg.getTagName());
        assertTrue(svg.getAttribute("viewBox").startsWith("0 0 1280 "), svg.getAttribute("viewBox"));
        assertEquals("title desc", svg.getAttribute("aria-labelledby"));
        assertEquals(
                "Pathway state of S1 (table.tsv)",
                svg.getElementsByTagName("title").item(0).getTextContent());
        assertTrue(svg.getElementsByTagName("desc").item(0).getTextContent().contains("Three parts"));
    }

    @Test
    void namesFromTheTableAreEscaped() throws Exception {
        String svg = picture("<b>&\"\u0001");
        assertTrue(parsed(svg).getDocumentElement().getTextContent().contains("<b>&\"\uFFFD"));
        assertFalse(svg.contains("<b>"));
    }

    @Test
    void holdsNothingFromElsewhere() {
        String svg = picture("S1").replace("http://www.w3.org/2000/svg", "");
        assertFalse(Pattern.compile("http|<script|href|url\\(|@import|@font-face")
                .matcher(svg)
                .find());
    }

    @Test
    void equalViewsGiveEqualBytes() {
        assertEquals(picture("S1"), picture("S1"));
    }

    @Test
    void everyNumberIsWrittenBesideItsColour() throws Exception {
        Document svg = parsed(picture("S1"));
        assertTrue(titles(svg).contains("SLC7A11 (xCT): +1.50"));
        assertTrue(titles(svg).contains("GPX4: \u22120.70"));
        assertTrue(titles(svg).contains("STAT3: a \u22122.50  e +0.90"));
        assertTrue(titles(svg).contains("IFNG: no value"));
        assertTrue(titles(svg).contains("GSH: not measured"));
        assertTrue(titles(svg)
                .contains("STAT3 promotes or inhibits, by tissue, SLC7A11 (xCT) (E007, E037; E081; raises in liver,"
                        + " prostate, kidney, stomach cancer; lowers in breast cancer)"));
        assertTrue(titles(svg).contains("GPX4 inhibits lipid peroxidation (E132; general)"));
    }

    @Test
    void aProgrammeWithoutScoreSaysWhy() throws Exception {
        Document svg = parsed(picture("S1"));
        assertTrue(texts(svg).contains("no score: its key gene HAMP has no value"));
        assertTrue(titles(svg).stream()
                .anyMatch(
                        t -> t.startsWith("Cystine / GSH / GPX4: 4 of 7 measured; missing CBS, CHAC1, HSPA5; score ")));
    }

    @Test
    void nodesOfTheGraphDoNotOverlap() {
        List<MechanismLayout.Node> nodes =
                List.copyOf(MechanismLayout.standard().nodes().values());
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = i + 1; j < nodes.size(); j++) {
                double dx = Math.abs(
                        nodes.get(i).centre().x() - nodes.get(j).centre().x());
                double dy = Math.abs(
                        nodes.get(i).centre().y() - nodes.get(j).centre().y());
                assertTrue(
                        dx > 132 || dy > 42,
                        nodes.get(i).id() + " overlaps " + nodes.get(j).id());
            }
        }
    }

    @Test
    void allMarksStandOnThePage() throws Exception {
        String svg = picture("S1");
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ([\\d.]+)\"").matcher(svg);
        assertTrue(box.find());
        double lowest = MechanismLayout.standard().nodes().values().stream()
                .mapToDouble(node -> node.centre().y() + 21)
                .max()
                .orElseThrow();
        double widest = MechanismLayout.standard().nodes().values().stream()
                .mapToDouble(node -> node.centre().x() + 66)
                .max()
                .orElseThrow();
        assertTrue(lowest <= MechanismPicture.HEIGHT);
        assertTrue(widest + 20 <= Double.parseDouble(box.group(1)));
    }

    @Test
    void theActivitiesMustBeOfTheCondition() {
        CaseView view = view("S1");
        CaseView other = new CaseView(
                view.table(),
                view.activities(),
                view.coverage(),
                view.programmes(),
                view.referenceNote(),
                view.factors(),
                view("S2").profile());
        var problem = assertThrows(IllegalArgumentException.class, () -> CasePicture.svg(other));
        assertTrue(problem.getMessage().contains("not of the condition S2"), problem.getMessage());
    }

    @Test
    void coloursAreWhiteAtZeroAndFullAtTheLimit() {
        assertEquals("#ffffff", Ink.fill(0, 2));
        assertEquals("#f0a050", Ink.fill(2, 2));
        assertEquals("#f0a050", Ink.fill(9, 2));
        assertEquals("#7fb4dc", Ink.fill(-2, 2));
    }

    private static String picture(String condition) {
        return CasePicture.svg(view(condition));
    }

    private static CaseView view(String condition) {
        Map<GeneSymbol, Double> values = new TreeMap<>();
        GENES.forEach((gene, value) -> values.put(new GeneSymbol(gene), value));
        ExpressionProfile profile = ExpressionProfile.of(condition, Scale.CONTRAST, values);
        Network network = new Network(
                "net",
                List.of(
                        NetworkEdge.of("STAT3", new GeneSymbol("SLC7A11"), 1),
                        NetworkEdge.of("STAT3", new GeneSymbol("GPX4"), 1),
                        NetworkEdge.of("OTHER", new GeneSymbol("TFRC"), -1),
                        NetworkEdge.of("OTHER", new GeneSymbol("ABSENT"), -1)));
        Programmes sets = new Programmes(Programmes.standard().list().stream()
                .filter(GeneProgramme.class::isInstance)
                .toList());
        List<RankedProgramme> programmes = new ProgrammeScoring(sets, Map.of())
                .score(profile.matrix()).stream()
                        .map(activity -> new RankedProgramme(
                                sets.list().stream()
                                        .filter(p -> p.key().equals(activity.programme()))
                                        .findFirst()
                                        .orElseThrow(),
                                activity,
                                java.util.Optional.empty()))
                        .toList();
        return new CaseView(
                "table.tsv",
                new Ulm().infer(profile.matrix(), network, 1),
                CoverageReport.of(network, profile.genes(), 1),
                programmes,
                "no percentile",
                Map.of("STAT3", -2.5),
                profile);
    }

    private static Document parsed(String svg) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> titles(Document svg) {
        return contents(svg, "title");
    }

    private static List<String> texts(Document svg) {
        return contents(svg, "text");
    }

    private static List<String> contents(Document svg, String element) {
        NodeList found = svg.getElementsByTagName(element);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
