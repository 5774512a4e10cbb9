package org.fenton.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/** Puts the examples of {@code openapi-examples.json} into the API's description; a test executes each of them. */
@OpenApiFilter(priority = 40)
public class OpenApiExamples implements OASFilter {
    private final Map<String, Example> examples = read();

    /** What one operation is asked with; where each media type has a body of its own, {@code files} holds them. */
    record Example(Map<String, Object> parameters, Map<String, Object> body, Map<String, String> files) {}

    @Override
    public Operation filterOperation(Operation operation) {
        Example example = examples.get(operation.getOperationId());
        if (example == null) {
            return operation;
        }
        if (example.parameters != null && operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> {
                if (example.parameters.containsKey(parameter.getName())) {
                    parameter.setExample(example.parameters.get(parameter.getName()));
                }
            });
        }
        if (example.body != null && operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(type -> type.setExample(example.body));
        }
        if (example.files != null && operation.getRequestBody() != null) {
            Map<String, MediaType> types =
                    operation.getRequestBody().getContent().getMediaTypes();
            example.files.forEach((type, file) -> types.get(type).setExample(file));
        }
        return operation;
    }

    private static Map<String, Example> read() {
        try (InputStream file = OpenApiExamples.class.getResourceAsStream("/openapi-examples.json")) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
