package org.fenton.gateway.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fenton.documents.CanonicalJson;
import org.fenton.gateway.GatewayConfig;
import org.fenton.gateway.exchange.Idempotent;
import org.fenton.http.ServiceInfoConfig;

/** FHIR R4: one operation, its definition and what the server can do. It stores no resource. */
@Path("/fhir")
@Produces({Fhir.JSON, MediaType.APPLICATION_JSON})
public class FhirResource {
    private static final String DEFINITION = "urn:fenton:OperationDefinition:rank-combinations";
    private static final String DATE = "2026-11-23";

    private final FhirRanking ranking;
    private final ServiceInfoConfig service;
    private final GatewayConfig gateway;

    FhirResource(FhirRanking ranking, ServiceInfoConfig service, GatewayConfig gateway) {
        this.ranking = ranking;
        this.service = service;
        this.gateway = gateway;
    }

    @POST
    @Path("$rank-combinations")
    @Consumes({Fhir.JSON, MediaType.APPLICATION_JSON})
    @Idempotent
    @Operation(
            operationId = "fhirRankCombinations",
            summary =
                    "Rank candidates for the patient of a Bundle; the answer is a Bundle with the numbers of POST /v1/rankings")
    public Response rank(byte[] body) {
        FhirRanking.Ranked ranked = ranking.rank(body);
        return Response.ok(bytes(ranked.bundle()))
                .header("Link", "</v1/rankings/" + ranked.id() + ">; rel=\"related\"")
                .build();
    }

    @GET
    @Path("metadata")
    @Operation(operationId = "fhirMetadata", summary = "CapabilityStatement")
    public byte[] metadata() {
        ObjectNode statement = Fhir.resource("CapabilityStatement");
        statement.put("status", "active").put("date", DATE).put("kind", "instance");
        statement.putObject("software").put("name", service.name()).put("version", service.version());
        statement
                .putObject("implementation")
                .put(
                        "description",
                        "Fenton ranks drug combinations for research. It keeps no FHIR resource and calls no FHIR server.")
                .put("url", gateway.publicUrl() + "/fhir");
        statement.put("fhirVersion", "4.0.1");
        statement.putArray("format").add("json");
        ObjectNode rest = statement.putArray("rest").addObject().put("mode", "server");
        rest.putArray("operation").addObject().put("name", "rank-combinations").put("definition", DEFINITION);
        return bytes(statement);
    }

    @GET
    @Path("OperationDefinition/rank-combinations")
    @Operation(operationId = "fhirOperationDefinition", summary = "What $rank-combinations takes and answers")
    public byte[] definition() {
        try (InputStream file = FhirResource.class.getResourceAsStream("/fhir/rank-combinations.json")) {
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] bytes(JsonNode resource) {
        return CanonicalJson.write(resource).getBytes(StandardCharsets.UTF_8);
    }
}
