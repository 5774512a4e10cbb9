package org.fenton.gateway.cdshooks;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.function.Consumer;
import org.fenton.gateway.TestFiles;

/** Calls of the two services as a client makes them, each with something changed. */
final class CdsCalls {
    private CdsCalls() {}

    static Response call(String service, String body) {
        return given().contentType("application/json").body(body).post("/cds-services/" + service);
    }

    static Response view(Consumer<ObjectNode> change) {
        return call("fenton-candidates", TestFiles.with("cds/patient-view.json", change));
    }

    static Response order(Consumer<ObjectNode> change) {
        return call("fenton-order-check", TestFiles.with("cds/order-select.json", change));
    }

    static JsonNode cards(Response response) throws IOException {
        assertEquals(200, response.statusCode(), response.asString());
        return TestFiles.MAPPER.readTree(response.asByteArray()).get("cards");
    }

    static ObjectNode prefetch(ObjectNode body) {
        return (ObjectNode) body.get("prefetch");
    }
}
