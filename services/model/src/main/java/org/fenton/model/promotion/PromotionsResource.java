package org.fenton.model.promotion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.fenton.model.promotion.Promotion.Kind;
import org.fenton.model.promotion.Promotion.Role;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What is active and what runs in its shadow, changed with a reason. */
@Path("/v1/promotions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PromotionsResource {
    private final ServedBundles served;
    private final Promotions promotions;

    PromotionsResource(ServedBundles served, Promotions promotions) {
        this.served = served;
        this.promotions = promotions;
    }

    /**
     * The history, oldest first.
     *
     * @param writable whether this service can promote at all
     * @param unfinished what a crash had left of a last entry when this process started; absent when nothing
     */
    public record PromotionsView(
            String active,
            String shadow,
            String activeHeads,
            boolean writable,
            List<Promotion> promotions,
            UnfinishedView unfinished) {}

    /** An entry that was never acknowledged. */
    public record UnfinishedView(long bytes, String kept) {}

    /**
     * A change asked for.
     *
     * @param bundle id or name of a bundle that is served
     * @param by who decided, as an account or a role
     */
    public record PromotionRequest(
            @NotBlank(message = "is an id of GET /v1/models")
            String bundle,

            @NotNull(message = "is active or shadow") Role role,

            @NotBlank(message = "says why") @Size(max = 1000, message = "has at most 1000 characters")
            String reason,

            @NotBlank(message = "says who") @Size(max = 200, message = "has at most 200 characters")
            String by) {}

    /** A change taken back. */
    public record RollBackRequest(
            @Schema(description = "model where left out") Kind kind,

            @NotNull(message = "is active or shadow") Role role,

            @NotBlank(message = "says why") @Size(max = 1000, message = "has at most 1000 characters")
            String reason,

            @NotBlank(message = "says who") @Size(max = 200, message = "has at most 200 characters")
            String by) {}

    @GET
    @Operation(
            operationId = "listPromotions",
            summary = "Every change of what is served, oldest first, with reason and author")
    public PromotionsView list() {
        return new PromotionsView(
                promotions.holder(Role.ACTIVE).orElse(null),
                promotions.holder(Role.SHADOW).orElse(null),
                promotions.activeHeads().orElse(null),
                promotions.canPromote(),
                promotions.history(),
                promotions
                        .recovered()
                        .map(r -> new UnfinishedView(r.bytes(), r.kept()))
                        .orElse(null));
    }

    @POST
    @ResponseStatus(201)
    @APIResponse(responseCode = "201", description = "The entry, on disk")
    @Operation(
            operationId = "promote",
            summary = "Gives a bundle a role of its kind from now on",
            description = "409 where the service has no state folder, and for heads as a shadow.")
    public Promotion promote(@NotNull(message = "a body is required") @Valid PromotionRequest request) {
        Promotions.Because because = new Promotions.Because(request.reason(), request.by());
        return served.headsCalled(request.bundle())
                .map(heads -> promotions.promote(heads, request.role(), because))
                .orElseGet(
                        () -> promotions.promote(served.chosen(request.bundle(), "/bundle"), request.role(), because));
    }

    @POST
    @Path("/roll-back")
    @ResponseStatus(201)
    @APIResponse(responseCode = "201", description = "The entry, on disk")
    @Operation(
            operationId = "rollBack",
            summary = "Takes the last change of a role of one kind back; for a first shadow that means none")
    public Promotion rollBack(@NotNull(message = "a body is required") @Valid RollBackRequest request) {
        return promotions.rollBack(
                request.kind() == null ? Kind.MODEL : request.kind(),
                request.role(),
                new Promotions.Because(request.reason(), request.by()));
    }
}
