package org.fenton.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/** Strict JSON: no duplicate keys, no trailing text, no NaN, bounded depth. */
public final class Json {
    private static final int DEEPEST = 64;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** @throws DocumentException naming line and column of the first syntax error */
    public static JsonNode parse(byte[] utf8) {
        try {
            JsonNode node = MAPPER.readTree(utf8);
            if (node == null || node.isMissingNode()) {
                throw new DocumentException(List.of(
                        new DocumentException.Problem("", "the document is empty", "a JSON object is expected")));
            }
            return node;
        } catch (JsonProcessingException problem) {
            JsonLocation at = problem.getLocation();
            String place = at == null ? "" : at.getLineNr() + ":" + at.getColumnNr();
            throw new DocumentException(
                    List.of(new DocumentException.Problem(place, problem.getOriginalMessage(), "")));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }
}
