package org.fenton.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.RankingPolicy;

/** Whatever stands in whatever field: a case is read, or refused with a place; never another exception. */
class CaseFuzzTest {
    private static final String RELEASE = """
            {"approval":"APPROVED","exposure":{"reachable":"UNKNOWN"},"id":"sorafenib","name":"sorafenib","patientUse":{"allowed":true},"type":"drug"}
            {"id":"retina","kind":"TISSUE","name":"retina","type":"scope"}
            {"id":"HCC","name":"Hepatocellular Carcinoma","parent":"LIVER","tissue":"Liver","type":"tumour"}
            """;
    private static final String WHOLE = """
            {"format":"fenton-case/1","label":"x","goal":"INDUCE","oncotree":"HCC","ageYears":60,"sex":"FEMALE","pregnant":false,
             "lactating":false,"resistance":{"drug":"sorafenib","lineOfTherapy":2,"durationMonths":7,"bestResponse":"PR","kept":true},
             "medications":["warfarin"],"priorMedications":["aspirin"],"immunotherapy":"PRIOR","history":["stroke"],"organs":["liver"],
             "alterations":[{"gene":"JAK1","effect":"LOSS"}],"labs":[{"name":"platelets","value":40,"unit":"10*9/L"}],
             "genotypes":[{"gene":"CYP2C9","phenotype":"poor-metaboliser"}],"preferences":{"name":"p","weights":{"evidence":2}},
             "reported":{"scale":"zscore","method":"ulm","activities":[{"network":"collectri","source":"STAT3","score":2.5,"pValue":0.1,
             "targetsMeasured":5,"targetsTotal":9}],"genes":{"GPX4":1.5}},"provenance":{"from":"test"}}
            """;
    private static final RankingPolicy POLICY = PolicyReader.shipped();
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Knowledge knowledge = knowledge();

    private static Knowledge knowledge() {
        try {
            return ReleaseReader.read(new ByteArrayInputStream(RELEASE.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> pointers(JsonNode node, String at) {
        List<String> pointers = new ArrayList<>();
        if (!at.isEmpty()) {
            pointers.add(at);
        }
        node.properties().forEach(member -> pointers.addAll(pointers(member.getValue(), at + "/" + member.getKey())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers.addAll(pointers(node.get(i), at + "/" + i));
        }
        return pointers;
    }

    @Provide
    Arbitrary<String> places() throws IOException {
        return Arbitraries.of(pointers(JSON.readTree(WHOLE), ""));
    }

    @Provide
    Arbitrary<JsonNode> values() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30).map(nodes::textNode),
                Arbitraries.doubles().filter(Double::isFinite).map(nodes::numberNode),
                Arbitraries.integers().map(nodes::numberNode),
                Arbitraries.of(
                        nodes.nullNode(),
                        nodes.booleanNode(true),
                        nodes.textNode("NaN"),
                        nodes.textNode(""),
                        nodes.numberNode(new BigDecimal("1e999")),
                        nodes.numberNode(new BigDecimal("-1e-999")),
                        nodes.numberNode(Long.MAX_VALUE),
                        nodes.arrayNode(),
                        nodes.objectNode()));
        return Arbitraries.lazyOf(
                () -> leaf,
                () -> leaf,
                () -> leaf.list().ofMaxSize(3).map(items -> nodes.arrayNode().addAll(items)),
                () -> Combinators.combine(Arbitraries.strings().ofMaxLength(8), leaf)
                        .as((name, value) -> {
                            ObjectNode object = nodes.objectNode();
                            object.set(name, value);
                            return object;
                        }));
    }

    private void readOrRefused(byte[] bytes) {
        try {
            CaseDocument read = CaseReader.read(bytes, knowledge, POLICY);
            assertTrue(read.id().startsWith("sha256:"));
        } catch (DocumentException refused) {
            assertFalse(refused.problems().isEmpty());
            refused.problems().forEach(problem -> assertFalse(problem.detail().isBlank()));
        }
    }

    @Property(tries = 4000)
    void anyValueInAnyField(@ForAll("places") String place, @ForAll("values") JsonNode value) throws IOException {
        JsonNode document = JSON.readTree(WHOLE);
        int cut = place.lastIndexOf('/');
        JsonNode owner = document.at(place.substring(0, cut));
        String name = place.substring(cut + 1);
        if (owner instanceof ObjectNode object) {
            object.set(name, value);
        } else {
            ((com.fasterxml.jackson.databind.node.ArrayNode) owner).set(Integer.parseInt(name), value);
        }
        readOrRefused(JSON.writeValueAsBytes(document));
    }

    @Property(tries = 2000)
    void anyByteAtAnyPlace(@ForAll byte letter, @ForAll int at) {
        byte[] bytes = WHOLE.getBytes(StandardCharsets.UTF_8);
        bytes[Math.floorMod(at, bytes.length)] = letter;
        readOrRefused(bytes);
    }

    @Property(tries = 300)
    void anyTextIsNoCase(@ForAll String text) {
        readOrRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 300)
    void theLabelIsNoPartOfTheCase(@ForAll String label) throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(WHOLE);
        String id = CaseReader.read(JSON.writeValueAsBytes(document), knowledge, POLICY)
                .id();
        document.put("label", label);
        assertEquals(
                id,
                CaseReader.read(JSON.writeValueAsBytes(document), knowledge, POLICY)
                        .id());
    }
}
