package org.fenton.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/** Strict JSON: no duplicate keys, no trailing text, no NaN, bounded depth and number of tokens. */
public final class Json {
    private static final int DEEPEST = 64;

    /** Sixty thousand genes are 120,000 tokens; millions of empty objects would fill the memory before they are refused. */
    private static final int MOST_TOKENS = 1_000_000;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxTokenCount(MOST_TOKENS)
            .build();
    private static final JsonMapper RECEIVED = mapper(LIMITS);
    private static final JsonMapper KEPT =
            mapper(LIMITS.rebuild().maxTokenCount(Long.MAX_VALUE).build());

    private Json() {}

    private static JsonMapper mapper(StreamReadConstraints limits) {
        return JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                        // a profile's thousands of genes would each be looked up in the JVM's table of names, and none
                        // comes twice
                        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                        .streamReadConstraints(limits)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** @throws DocumentException naming line and column of the first syntax error */
    public static JsonNode parse(byte[] utf8) {
        return parse(RECEIVED, utf8);
    }

    /** The same for an answer of ours, which may list every candidate with all its paths. */
    public static JsonNode parseAnswer(byte[] utf8) {
        return parse(KEPT, utf8);
    }

    private static JsonNode parse(JsonMapper mapper, byte[] utf8) {
        try {
            JsonNode node = mapper.readTree(utf8);
            if (node == null || node.isMissingNode()) {
                throw new DocumentException(List.of(
                        new DocumentException.Problem("", "the document is empty", "a JSON object is expected")));
            }
            return node;
        } catch (JsonProcessingException problem) {
            throw new DocumentException(List.of(new DocumentException.Problem(place(problem), reason(problem), "")));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }

    private static String place(JsonProcessingException problem) {
        JsonLocation at = problem.getLocation();
        return at == null ? "" : at.getLineNr() + ":" + at.getColumnNr();
    }

    /** Jackson names its own classes when one of its limits is reached. */
    private static String reason(JsonProcessingException problem) {
        return problem instanceof StreamConstraintsException
                ? "larger than is read: at most " + DEEPEST + " levels, " + MOST_TOKENS + " tokens, "
                        + LIMITS.getMaxNumberLength() + " digits a number, " + LIMITS.getMaxNameLength()
                        + " characters a name"
                : problem.getOriginalMessage();
    }
}
