package org.fenton.model.inference;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says of every operation below /v2 that its failures are the protocol's, not problem documents. */
@OpenApiFilter(priority = 30)
public class InferenceErrorResponses implements OASFilter {
    private static final String ERROR = "InferenceError";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Schema text = OASFactory.createSchema().type(List.of(SchemaType.STRING));
        Schema error = OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .properties(Map.of("error", text))
                .required(List.of("error"));
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema(ERROR, error);
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (path.equals("/v2") || path.startsWith("/v2/")) {
                item.getOperations().values().forEach(InferenceErrorResponses::answer);
            }
        });
    }

    private static void answer(Operation operation) {
        APIResponse failure = OASFactory.createAPIResponse()
                .description("Any failure, as the Open Inference Protocol says: 400, 404 or 503")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(ERROR))));
        operation.getResponses().setDefaultValue(failure);
        operation.getResponses().removeAPIResponse("400");
    }
}
