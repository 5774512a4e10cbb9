package org.fenton.catalog.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fenton.catalog.claim.ClaimResource;
import org.fenton.catalog.claim.SourceResource;
import org.fenton.catalog.combination.CombinationResource;
import org.fenton.catalog.disease.ContextResource;
import org.fenton.catalog.disease.ResistanceResource;
import org.fenton.catalog.disease.ScopeResource;
import org.fenton.catalog.disease.TumourResource;
import org.fenton.catalog.drug.DrugClassResource;
import org.fenton.catalog.drug.DrugResource;
import org.fenton.catalog.mechanism.EdgeResource;
import org.fenton.catalog.mechanism.NodeResource;
import org.fenton.catalog.rows.Rows;
import org.fenton.catalog.safety.InteractionResource;
import org.fenton.catalog.safety.SafetyRuleResource;
import org.fenton.documents.CanonicalJson;

/**
 * The canonical lines of a release: each line is the very view the API answers, with its type, in canonical JSON, sorted
 * by type then id (docs/data.md).
 */
record ReleaseLines(List<Line> lines) {
    private static final ObjectMapper VIEWS = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    record Line(String type, String id, String json) {}

    private record Kind<E, V>(String type, Function<Facts, List<E>> facts, Rows<E, V> rows) {
        List<Line> of(List<V> views) {
            return views.stream()
                    .map(view -> line(type, rows.id().apply(view), view))
                    .toList();
        }

        List<Line> lines(Facts source) {
            return of(facts.apply(source).stream().map(rows.view()).toList());
        }

        void eachStored(Consumer<Line> each) {
            rows.each(view -> each.accept(line(type, rows.id().apply(view), view)));
        }
    }

    private static final List<Kind<?, ?>> KINDS = List.of(
            new Kind<>("source", Facts::sources, SourceResource.ROWS),
            new Kind<>("node", Facts::nodes, NodeResource.ROWS),
            new Kind<>("edge", Facts::edges, EdgeResource.ROWS),
            new Kind<>("class", Facts::classes, DrugClassResource.ROWS),
            new Kind<>("drug", Facts::drugs, DrugResource.ROWS),
            new Kind<>("tumour", Facts::tumours, TumourResource.ROWS),
            new Kind<>("scope", Facts::scopes, ScopeResource.ROWS),
            new Kind<>("context", Facts::contexts, ContextResource.ROWS),
            new Kind<>("resistance", Facts::resistance, ResistanceResource.ROWS),
            new Kind<>("combination", Facts::combinations, CombinationResource.ROWS),
            new Kind<>("rule", Facts::rules, SafetyRuleResource.ROWS),
            new Kind<>("interaction", Facts::interactions, InteractionResource.ROWS),
            new Kind<>("claim", Facts::claims, ClaimResource.ROWS));

    /** The lines of facts not yet stored. */
    static ReleaseLines of(Facts facts) {
        return sorted(KINDS.stream().flatMap(kind -> kind.lines(facts).stream()));
    }

    /** The types of lines, as a release sorts them. */
    static List<String> types() {
        return KINDS.stream().map(Kind::type).sorted().toList();
    }

    /** The lines of one type that the database holds now, one after the other: ids collate as a release sorts them. */
    static void eachStored(String type, Consumer<Line> each) {
        KINDS.stream().filter(kind -> kind.type.equals(type)).forEach(kind -> kind.eachStored(each));
    }

    /** The hash of all bytes, each line ended by a line feed. */
    String id() {
        StringBuilder bytes = new StringBuilder();
        lines.forEach(line -> bytes.append(line.json).append('\n'));
        return CanonicalJson.sha256Id(bytes.toString().getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static ReleaseLines sorted(Stream<Line> lines) {
        return new ReleaseLines(lines.sorted(Comparator.comparing(Line::type).thenComparing(Line::id))
                .toList());
    }

    private static Line line(String type, String id, Object view) {
        ObjectNode node = VIEWS.valueToTree(view);
        return new Line(type, id, CanonicalJson.write(node.put("type", type)));
    }
}
