package org.fenton.model.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.learning.bundle.BundleDocument;
import org.fenton.model.bundle.BundleShelf;
import org.fenton.model.bundle.LoadedBundle;
import org.fenton.model.promotion.Promotion.Role;
import org.fenton.model.promotion.Promotions;
import org.jboss.resteasy.reactive.RestPath;

/** The models this service serves, those it refused, and their cards. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {
    private final BundleShelf shelf;
    private final Promotions promotions;

    ModelsResource(BundleShelf shelf, Promotions promotions) {
        this.shelf = shelf;
        this.promotions = promotions;
    }

    /**
     * All bundles of this service.
     *
     * @param models those that are served
     * @param refused those that are not, with the reason
     */
    public record ModelsView(List<ModelView> models, List<BundleShelf.Refused> refused) {}

    /**
     * One model.
     *
     * @param id name in addresses
     * @param bundle hash of all its files, an address too
     * @param roles active, shadow; empty when it answers only requests that name it
     * @param card address of its model card
     */
    public record ModelView(
            String id, String bundle, List<Role> roles, String head, String definition, String format, String card) {}

    @GET
    @NonBlocking
    @Operation(
            operationId = "listModels",
            summary = "The bundles, each with its id, roles and what it predicts; refused ones with the reason")
    public ModelsView list() {
        return new ModelsView(shelf.all().stream().map(this::view).toList(), shelf.refused());
    }

    private ModelView view(LoadedBundle loaded) {
        BundleDocument document = loaded.bundle().document();
        List<Role> roles = Arrays.stream(Role.values())
                .filter(role -> promotions.holder(role).equals(Optional.of(loaded.id())))
                .toList();
        return new ModelView(
                document.name(),
                loaded.id(),
                roles,
                document.head().id(),
                document.head().definition(),
                document.format(),
                "/v1/models/" + loaded.id() + "/card");
    }

    @GET
    @NonBlocking
    @Path("/{id}/card")
    @Operation(operationId = "getModelCard", summary = "The model card, generated from the bundle")
    public JsonNode card(@RestPath String id) {
        return shelf.find(id).bundle().card();
    }
}
