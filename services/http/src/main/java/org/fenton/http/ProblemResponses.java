package org.fenton.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says once for every operation that its failures are problem documents. */
@OpenApiFilter(priority = 10)
public class ProblemResponses implements OASFilter {
    private static final String PROBLEM = "Problem";

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getResponses() != null && operation.getResponses().getDefaultValue() == null) {
            APIResponse failure = OASFactory.createAPIResponse()
                    .description("Any failure, as RFC 9457 problem details")
                    .content(OASFactory.createContent()
                            .addMediaType(
                                    Problem.MEDIA_TYPE,
                                    OASFactory.createMediaType()
                                            .schema(OASFactory.createSchema().ref(PROBLEM))));
            operation.getResponses().setDefaultValue(failure);
        }
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        Schema fault = object(Map.of("pointer", text(), "detail", text(), "suggestion", text()));
        Schema problem = object(Map.of(
                "type", text(),
                "title", text(),
                "status", OASFactory.createSchema().type(List.of(SchemaType.INTEGER)),
                "detail", text(),
                "instance", text(),
                "requestId", text(),
                "errors",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.ARRAY))
                                .items(fault)));
        api.getComponents().addSchema(PROBLEM, problem.required(List.of("type", "title", "status")));
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }

    private static Schema object(Map<String, Schema> properties) {
        return OASFactory.createSchema().type(List.of(SchemaType.OBJECT)).properties(new TreeMap<>(properties));
    }
}
