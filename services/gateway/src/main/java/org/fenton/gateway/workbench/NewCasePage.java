package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.CaseDocument;
import org.fenton.documents.DocumentException;
import org.fenton.documents.Json;
import org.fenton.gateway.catalog.Releases;
import org.fenton.gateway.model.Model;
import org.fenton.gateway.model.ModelUnavailable;
import org.fenton.gateway.ranking.Asking;
import org.fenton.gateway.ranking.RankingService;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** From a file or a form to a case, and from the case to its ranking. The server keeps nothing until it is ranked. */
@Path("/workbench")
@Produces(MediaType.TEXT_HTML)
public class NewCasePage {
    private static final String TITLE = "New case";
    private static final int SHOWN_PER_LIST = 20;

    private final Releases releases;
    private final Model model;
    private final RankingService rankings;
    private final Shells shells;

    NewCasePage(Releases releases, Model model, RankingService rankings, Shells shells) {
        this.releases = releases;
        this.model = model;
        this.rankings = rankings;
        this.shells = shells;
    }

    /** The form, empty or filled with an example. */
    Response form(String example) {
        Optional<ObjectNode> document = Examples.document(example == null ? "" : example);
        return document.map(this::edited).orElseGet(() -> form(Fields.none(), new FieldFaults(), null, 200));
    }

    /** What was sent is checked and shown as it was understood; what is wrong goes back beside its field. */
    @POST
    @Path("/cases")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response check(MultipartFormDataInput sent) {
        Fields fields = Fields.of(sent);
        Knowledge knowledge = releases.current();
        FieldFaults faults = new FieldFaults();
        CaseFile.Read read = fields.file()
                .map(file -> new CaseFile(knowledge, faults).read(file, fields.text("scale"), fields.text("condition")))
                .orElseGet(() -> carried(fields));
        if (!faults.isEmpty()) {
            return form(fields, faults, null, 400);
        }
        byte[] document = new CaseForm(fields, knowledge, read.document().deepCopy(), faults).document();
        try {
            CaseDocument understood = Asking.read(document, releases.ready().ranker());
            if (faults.isEmpty()) {
                return understood(understood, document, read);
            }
        } catch (ProblemException refused) {
            if (refused.problem().status() != 400) {
                throw refused;
            }
            faults.add(refused.problem());
        } catch (ModelUnavailable away) {
            faults.add(
                    "file",
                    "the model service does not answer, and it has to read the profile; try again, or report activities");
        }
        return form(fields, faults, read.document(), 400);
    }

    private static CaseFile.Read carried(Fields fields) {
        return fields.has("document")
                ? new CaseFile.Read(parsed(fields.text("document")), Optional.empty(), List.of())
                : CaseFile.Read.nothing();
    }

    private Response understood(CaseDocument document, byte[] bytes, CaseFile.Read read) {
        Optional<Model.Reading> inferred = document.profile().map(model::read);
        Knowledge knowledge = releases.current();
        var shown = document.with(
                inferred.map(Model.Reading::state).orElse(document.tumourCase().state()));
        String scale =
                shown.state().scale() == null ? "" : shown.state().scale().key();
        Understanding understood = Understanding.of(shown, knowledge)
                .measured(read.mapping(), inferred.flatMap(Model.Reading::coverage), scale);
        return Html.ok(Pages.understood(
                shells.of(Section.NEW_CASE, "What was understood"),
                understood,
                new String(bytes, StandardCharsets.UTF_8),
                read.notes()));
    }

    /** Back to the form with everything that was entered. */
    @POST
    @Path("/cases/edit")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response edit(MultipartFormDataInput sent) {
        return edited(parsed(Fields.of(sent).text("document")));
    }

    private Response edited(ObjectNode document) {
        return form(CaseFields.of(document), new FieldFaults(), CaseFields.rest(document), 200);
    }

    @POST
    @Path("/rankings")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response rank(MultipartFormDataInput sent) {
        byte[] document = Fields.of(sent).text("document").getBytes(StandardCharsets.UTF_8);
        String id = rankings.answerWithGaps(document, SHOWN_PER_LIST).id();
        return Response.seeOther(URI.create("/workbench/rankings/" + id)).build();
    }

    private Response form(Fields fields, FieldFaults faults, ObjectNode rest, int status) {
        FormView form = FormView.of(FormOptions.of(releases.ready().ranker()), fields, faults);
        boolean carries = rest != null && !rest.isEmpty();
        String about = carries && rest.has("profile")
                ? Numbers.count(rest.at("/profile/genes").size()) + " genes of the profile are kept"
                : carries ? "what the file held beside these fields is kept" : "";
        FormView shown = carries ? form.over(CanonicalJson.write(rest), about) : form;
        return Html.status(status, Pages.newCase(shells.of(Section.NEW_CASE, TITLE), shown, Examples.ALL));
    }

    private static ObjectNode parsed(String json) {
        try {
            if (Json.parse(json.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode root) {
                return root;
            }
        } catch (DocumentException unreadable) {
            // said below: the document is this page's own, so nobody wrote it by hand
        }
        throw new ProblemException(
                ProblemType.MALFORMED_JSON, "the case that the page carries was changed; start anew");
    }
}
