package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.gateway.model.ModelCards;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** The models that are served, as their cards describe them. */
@Path("/workbench/models")
@Produces(MediaType.TEXT_HTML)
public class ModelsPage {
    private final ModelCards models;
    private final Shells shells;

    ModelsPage(ModelCards models, Shells shells) {
        this.models = models;
        this.shells = shells;
    }

    @GET
    @Operation(hidden = true)
    public Response models() {
        JsonNode served = models.models()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNAVAILABLE, "the model service does not answer; its cards cannot be shown"));
        List<ModelView> views = new ArrayList<>();
        List<HeadsView> heads = new ArrayList<>();
        for (JsonNode model : served.path("models")) {
            JsonNode card = models.card(model.path("bundle").asText()).orElseGet(JsonNodeFactory.instance::objectNode);
            if (ModelCards.isHeads(model)) {
                heads.add(HeadsView.of(model, card));
            } else {
                views.add(ModelView.of(model, card, models.live(model.path("id").asText())));
            }
        }
        List<String> refused = new ArrayList<>();
        served.path("refused").forEach(each -> refused.add(FactView.text(each)));
        return Html.ok(Pages.models(shells.of(Section.MODELS, "Models"), views, heads, refused));
    }
}
