package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.core.ranking.NearestFlip;
import org.fenton.core.ranking.Ranking;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.DocumentException;
import org.fenton.documents.WhatIf;
import org.fenton.gateway.question.WhatIfAnswer;
import org.fenton.gateway.ranking.Asking;
import org.fenton.gateway.ranking.Question;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The ranking of a case whose activities are moved. Nothing is kept. */
@Path("/workbench/rankings/{id}/what-if")
@Produces(MediaType.TEXT_HTML)
public class WhatIfPage {
    private final Answered answered;
    private final PlacesBefore places;
    private final WhatIfAnswer whatIf;
    private final Shells shells;

    WhatIfPage(Answered answered, PlacesBefore places, WhatIfAnswer whatIf, Shells shells) {
        this.answered = answered;
        this.places = places;
        this.whatIf = whatIf;
        this.shells = shells;
    }

    @GET
    @Operation(hidden = true)
    public Response form(@PathParam("id") String id) {
        Answered.Answer answer = answered.of(id);
        List<WhatIfView.Slider> sliders =
                WhatIfView.sliders(answer.question().tumourCase().state(), Fields.none());
        return page(answer.ranking(), new WhatIfView(id, sliders, false, "", List.of(), List.of(), false));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response ask(
            @PathParam("id") String id,
            @QueryParam("part") @DefaultValue("page") Part part,
            MultipartFormDataInput sent) {
        Fields fields = Fields.of(sent);
        Question before = answered.question(id);
        List<WhatIfView.Slider> sliders = WhatIfView.sliders(before.tumourCase().state(), fields);
        boolean search = fields.has("search");
        ObjectNode question = question(sliders, search);
        boolean nothing = question.path("activities").isEmpty() && !search;
        Question after = nothing ? before : whatIf.moved(before, read(question));
        Ranking ranking = after.rank();
        var knowledge = after.ranker().knowledge();
        List<String> smallest = search
                ? WhatIfView.smallest(whatIf.answer(answered.asked(id).decision(), before, read(question)))
                : List.of();
        String top = NearestFlip.top(ranking)
                .map(candidate -> Row.name(candidate.combination(), knowledge))
                .orElse("nothing is favourable");
        List<WhatIfView.Row> rows = WhatIfView.rows(ranking, places.of(id, before), knowledge);
        WhatIfView view = new WhatIfView(id, sliders, true, top, rows, smallest, search);
        return part == Part.PAGE ? page(ranking, view) : Html.ok(Pages.whatIfResult(view));
    }

    private Response page(Ranking ranking, WhatIfView view) {
        return Html.ok(Pages.whatIf(shells.of(Section.RECORDS, "What if", ranking), view));
    }

    /** The question as the API would be asked it. */
    private static ObjectNode question(List<WhatIfView.Slider> sliders, boolean search) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        ArrayNode activities = question.putArray("activities");
        for (WhatIfView.Slider slider : sliders) {
            if (slider.moved()) {
                Numbers.parse(slider.value()).ifPresent(value -> activities
                        .addObject()
                        .put("network", slider.network())
                        .put("source", slider.source())
                        .put("score", value));
            }
        }
        return search ? question.put("search", true) : question;
    }

    private static WhatIf read(ObjectNode question) {
        try {
            return WhatIf.read(CanonicalJson.write(question).getBytes(StandardCharsets.UTF_8));
        } catch (DocumentException problem) {
            throw Asking.refused("the question cannot be read: ", problem);
        }
    }
}
