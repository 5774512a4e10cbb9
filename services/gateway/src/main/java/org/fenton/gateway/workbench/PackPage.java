package org.fenton.gateway.workbench;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.documents.RankingCsv;
import org.fenton.gateway.fhir.FhirRanking;
import org.fenton.gateway.ranking.RankingService;

/** What leaves the workbench: the pack to print, the same as PDF, and the ranking as CSV and FHIR with its caveats. */
@Path("/workbench/rankings/{id}")
public class PackPage {
    private static final int ALL = 100_000;
    private static final int IN_BUNDLE = 20;

    private final Answered answered;
    private final FhirRanking fhir;
    private final Shells shells;

    PackPage(Answered answered, FhirRanking fhir, Shells shells) {
        this.answered = answered;
        this.fhir = fhir;
        this.shells = shells;
    }

    @GET
    @Path("/pack")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response pack(@PathParam("id") String id) {
        Answered.Answer answer = answered.of(id);
        return Html.ok(Pages.pack(
                shells.of(Section.RECORDS, "Tumour-board pack", answer.ranking()),
                Answered.shown(answer, () -> PackView.of(answer))));
    }

    @GET
    @Path("/pack.pdf")
    @Produces("application/pdf")
    @Operation(hidden = true)
    public Response pdf(@PathParam("id") String id) {
        Answered.Answer answer = answered.of(id);
        Shell shell = shells.of(Section.RECORDS, "Tumour-board pack", answer.ranking());
        byte[] pdf = Pdf.of(Pages.packPdf(shell, Answered.shown(answer, () -> PackView.of(answer)))
                .render());
        return download(pdf, id, "pdf");
    }

    @GET
    @Path("/ranking.csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response csv(@PathParam("id") String id) {
        Answered.Answer answer = answered.of(id);
        byte[] csv = Answered.shown(
                answer, () -> new RankingCsv(ALL).write(answer.question().document(), answer.ranking()));
        return download(csv, id, "csv");
    }

    @GET
    @Path("/ranking.fhir.json")
    @Produces("application/fhir+json")
    @Operation(hidden = true)
    public Response fhir(@PathParam("id") String id) {
        Answered.Answer answer = answered.of(id);
        var again = new RankingService.Answer(
                id,
                false,
                answer.question().document(),
                answer.question().ranker().knowledge(),
                answer.ranking(),
                answer.question().degraded(),
                answer.decision().answer());
        return download(Answered.shown(answer, () -> fhir.bundle(again, IN_BUNDLE)), id, "fhir.json");
    }

    private static Response download(byte[] body, String id, String ending) {
        return Response.ok(body)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"fenton-" + id.substring(0, Math.min(12, id.length())) + "." + ending
                                + "\"")
                .build();
    }
}
