package org.fenton.gateway;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed description is what the service says of itself; {@code -Dgolden.update=true} writes it anew. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class OpenApiTest {
    private static final Path GOLDEN = Path.of("../../docs/api/gateway/openapi.json");

    @Test
    void equalsTheCommittedDescription() throws IOException {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        JsonNode actual = mapper.readTree(
                given().accept("application/json").get("/q/openapi?format=json").asByteArray());
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, mapper.writeValueAsString(actual) + "\n");
        }
        assertEquals(mapper.readTree(GOLDEN.toFile()), actual);
    }
}
