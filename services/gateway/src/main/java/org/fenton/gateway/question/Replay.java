package org.fenton.gateway.question;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fenton.documents.Json;
import org.fenton.documents.RankingWriter;
import org.fenton.gateway.decision.Decision;
import org.fenton.gateway.decision.Sha256;
import org.fenton.gateway.ranking.Question;

/** The same again: from the record's case, release, bundle and policy to bytes that are compared with the recorded ones. */
@ApplicationScoped
public class Replay {
    private final Records records;
    private final String software;

    Replay(
            Records records,
            @ConfigProperty(name = "quarkus.application.name") String name,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.records = records;
        this.software = name + " " + version;
    }

    private enum Verdict {
        SAME,
        DIFFERENT,
        NOT_POSSIBLE
    }

    public ObjectNode answer(Decision decision) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", "fenton-replay/1");
        root.put("researchUseOnly", RankingWriter.RESEARCH_USE);
        root.put("ranking", decision.id());
        root.put("recordedBy", decision.software());
        root.put("replayedBy", software);
        ObjectNode recorded = root.putObject("recorded");
        bytes(recorded, decision.answer());
        ArrayNode missing = root.putArray("missing");
        Records.Revived revived = records.revive(decision);
        revived.missing().forEach(each -> missing.addObject()
                .put("what", each.what())
                .put("recorded", each.recorded())
                .put("available", each.available()));
        if (revived.question().isEmpty()) {
            return root.put("verdict", Verdict.NOT_POSSIBLE.name());
        }
        byte[] again = again(decision, revived.question().get());
        bytes(root.putObject("replayed"), again);
        int difference = Arrays.mismatch(decision.answer(), again);
        if (difference >= 0) {
            root.put("firstDifferentByte", difference);
        }
        return root.put("verdict", (difference < 0 ? Verdict.SAME : Verdict.DIFFERENT).name());
    }

    private static byte[] again(Decision decision, Question question) {
        int top = Json.parseAnswer(decision.answer())
                .path("counts")
                .path("shownPerList")
                .asInt();
        return new RankingWriter(question.ranker().knowledge(), top)
                .write(question.document(), question.rank(), question.degraded())
                .bytes();
    }

    private static void bytes(ObjectNode node, byte[] bytes) {
        node.put("bytes", bytes.length);
        node.put("sha256", Sha256.hex(bytes));
    }
}
