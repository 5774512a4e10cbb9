package org.fenton.model.card;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.learning.bundle.BundleDocument;
import org.fenton.model.bundle.BundleShelf;
import org.fenton.model.bundle.HeadsShelf;
import org.fenton.model.bundle.LoadedBundle;
import org.fenton.model.bundle.LoadedHeads;
import org.fenton.model.promotion.Promotion.Kind;
import org.fenton.model.promotion.Promotion.Role;
import org.fenton.model.promotion.Promotions;
import org.fenton.model.promotion.ServedBundles;
import org.jboss.resteasy.reactive.RestPath;

/** The models this service serves, those it refused, and their cards. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {
    private final BundleShelf shelf;
    private final HeadsShelf heads;
    private final ServedBundles served;
    private final Promotions promotions;

    ModelsResource(BundleShelf shelf, HeadsShelf heads, ServedBundles served, Promotions promotions) {
        this.shelf = shelf;
        this.heads = heads;
        this.served = served;
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
     * @param kind model, or heads for pairs in cell lines
     * @param head what it predicts; for heads all of them, separated by commas
     * @param definition of the head; of heads each on a line of its own
     * @param card address of its model card
     */
    public record ModelView(
            String id,
            Kind kind,
            String bundle,
            List<Role> roles,
            String head,
            String definition,
            String format,
            String card) {}

    @GET
    @Operation(
            operationId = "listModels",
            summary = "The bundles, each with its id, roles and what it predicts; refused ones with the reason")
    public ModelsView list() {
        Optional<String> active = promotions.activeHeads();
        return new ModelsView(
                Stream.concat(
                                shelf.all().stream().map(this::view),
                                heads.all().stream().map(each -> view(each, active)))
                        .toList(),
                Stream.concat(shelf.refused().stream(), heads.refused().stream())
                        .toList());
    }

    private ModelView view(LoadedBundle loaded) {
        BundleDocument document = loaded.bundle().document();
        List<Role> roles = Arrays.stream(Role.values())
                .filter(role -> promotions.holder(role).equals(Optional.of(loaded.id())))
                .toList();
        return new ModelView(
                document.name(),
                Kind.MODEL,
                loaded.id(),
                roles,
                document.head().id(),
                document.head().definition(),
                document.format(),
                "/v1/models/" + loaded.id() + "/card");
    }

    private static ModelView view(LoadedHeads loaded, Optional<String> active) {
        var each = loaded.document().heads();
        return new ModelView(
                loaded.name(),
                Kind.HEADS,
                loaded.id(),
                active.equals(Optional.of(loaded.id())) ? List.of(Role.ACTIVE) : List.of(),
                String.join(", ", each.keySet()),
                each.entrySet().stream()
                        .map(head -> head.getKey() + ": " + head.getValue().definition())
                        .collect(Collectors.joining("\n")),
                loaded.document().format(),
                "/v1/models/" + loaded.id() + "/card");
    }

    @GET
    @Path("/{id}/card")
    @Operation(operationId = "getModelCard", summary = "The model card, generated from the bundle")
    public JsonNode card(@RestPath String id) {
        return served.headsCalled(id)
                .map(LoadedHeads::card)
                .orElseGet(() -> shelf.find(id).bundle().card());
    }
}
