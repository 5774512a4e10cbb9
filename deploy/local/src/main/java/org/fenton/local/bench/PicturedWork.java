package org.fenton.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenton.local.catalog.CatalogClient;
import org.fenton.local.command.Passthrough;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;

/**
 * What the pages of curation and of runs show in pictures: invented people report, propose and publish on a stack that is thrown away, and a
 * cohort is ranked before and after the publication.
 */
final class PicturedWork {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CORRECTED = "E037@PMID:35483272";

    private final FentonHome home;
    private final CatalogClient catalog;
    private final String release;
    private final Path runs;

    PicturedWork(FentonHome home, java.net.URI catalog, Path runs) {
        this.home = home;
        this.catalog = new CatalogClient(catalog);
        this.release = catalog.resolve("/v1/releases/current/lines").toString();
        this.runs = runs;
    }

    /** @return the proposal that waits for a review */
    String begin() throws IOException, InterruptedException {
        rescore("october");
        report("E040", "the paper saw the opposite");
        String reported = report("E037", "seen in mice, not in vitro");
        ObjectNode change = proposal("CORRECT", reported, "the abstract says mice");
        JsonNode claim = catalog.get("/v1/claims/" + CORRECTED);
        change.put("claim", CORRECTED)
                .putObject("content")
                .put("text", claim.path("statement").asText())
                .put("direction", claim.path("direction").asText())
                .put("level", claim.path("level").asText())
                .put("setting", "gastric cancer xenografts in nude mice")
                .put("study", claim.path("study").asText())
                .put("confidence", "A-abs");
        ObjectNode content = (ObjectNode) change.path("content");
        content.set("scopes", claim.path("scopes"));
        content.set("source", claim.path("source"));
        content.putArray("species").add("mouse");
        String waiting = propose(change);
        publish(propose(retraction()));
        rescore("november", "--baseline=" + runs.resolve("october"));
        return waiting;
    }

    private ObjectNode retraction() {
        String claim =
                catalog.get("/v1/statements/E006").at("/saidBy/0/claim/id").asText();
        return proposal("RETRACT", "", "invented for a picture").put("claim", claim);
    }

    private String report(String statement, String wrong) {
        return catalog.post(
                        "/v1/reports",
                        JSON.createObjectNode()
                                .put("statement", statement)
                                .put("curator", "A. Reader (invented)")
                                .put("wrong", wrong))
                .path("id")
                .asText();
    }

    private static ObjectNode proposal(String action, String report, String reason) {
        ObjectNode body = signed("B. Curator (invented)", reason).put("action", action);
        return report.isEmpty() ? body : body.put("report", report);
    }

    private static ObjectNode signed(String who, String reason) {
        return JSON.createObjectNode().put("curator", who).put("reason", reason).put("conflictOfInterest", "none");
    }

    private String propose(ObjectNode body) {
        String claim = CatalogClient.escaped(body.path("claim").asText());
        return catalog.postIf(catalog.tag("/v1/claims/" + claim), "/v1/proposals", body)
                .path("id")
                .asText();
    }

    private void publish(String id) {
        String at = "/v1/proposals/" + id;
        catalog.postIf(
                catalog.tag(at),
                at + "/reviews",
                signed("C. Reviewer (invented)", "read and agreed").put("decision", "APPROVE"));
        ObjectNode publication = signed("B. Curator (invented)", "approved by C. Reviewer");
        publication.remove("conflictOfInterest");
        catalog.postIf(catalog.tag(at), at + "/publication", publication);
    }

    private void rescore(String name, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--cohort=" + home.root().resolve("deploy/local/examples"),
                "--out=" + runs.resolve(name),
                "--release=" + release,
                "--progress=none"));
        arguments.addAll(List.of(more));
        int code = Passthrough.rescore(home, arguments);
        if (code != 0) {
            throw LauncherFailure.stack("fenton rescore ended with exit code " + code);
        }
    }
}
