package org.fenton.rescoring.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.Json;

/**
 * How far a result was written to a catalog. It only saves time: without it, or with one that is wrong, rankings are sent again,
 * which changes nothing, and the catalog itself is asked at the end whether it has all.
 *
 * @param run id of the run in the catalog; empty before the first answer
 * @param sent how many rankings, in their order
 */
record Bookmark(String run, int sent) {
    static Bookmark read(Path file) {
        try {
            JsonNode node = Json.parse(Files.readAllBytes(file));
            return new Bookmark(node.path("run").asText(), node.path("sent").asInt());
        } catch (IOException | RuntimeException none) {
            return new Bookmark("", 0);
        }
    }

    void write(Path file) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(
                    next,
                    CanonicalJson.write(JsonNodeFactory.instance
                            .objectNode()
                            .put("run", run)
                            .put("sent", sent)));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notThisTime) {
            // a full disk costs the time of sending again, no more
        }
    }
}
