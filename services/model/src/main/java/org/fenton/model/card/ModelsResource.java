package org.fenton.model.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.http.ProblemException;
import org.fenton.learning.bundle.BundleDocument;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.model.bundle.ServedBundle;

/** The models this service serves and their cards. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {
    private final ServedBundle served;

    ModelsResource(ServedBundle served) {
        this.served = served;
    }

    /** All models served. */
    public record ModelsView(List<ModelView> models) {}

    /**
     * One model.
     *
     * @param id name in addresses
     * @param bundle hash of all its files
     * @param card address of its model card
     */
    public record ModelView(String id, String bundle, String head, String definition, String format, String card) {}

    @GET
    @NonBlocking
    @Operation(operationId = "listModels", summary = "The models served, each with its bundle id and what it predicts")
    public ModelsView list() {
        ModelBundle bundle = served.bundle();
        BundleDocument document = bundle.document();
        return new ModelsView(List.of(new ModelView(
                document.name(),
                bundle.id(),
                document.head().id(),
                document.head().definition(),
                document.format(),
                "/v1/models/" + document.name() + "/card")));
    }

    @GET
    @NonBlocking
    @Path("/{id}/card")
    @Operation(operationId = "getModelCard", summary = "The model card, generated from the bundle")
    public JsonNode card(@org.jboss.resteasy.reactive.RestPath String id) {
        ModelBundle bundle = served.bundle();
        if (!id.equals(bundle.document().name()) && !id.equals(bundle.id())) {
            throw ProblemException.notFound(
                    "model", id, List.of(bundle.document().name()));
        }
        return bundle.card();
    }
}
