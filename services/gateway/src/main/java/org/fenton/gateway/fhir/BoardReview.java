package org.fenton.gateway.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fenton.documents.RankingWriter;

/** The only thing Fenton ever proposes to do: that a tumour board looks at a ranking. */
public final class BoardReview {
    private BoardReview() {}

    /**
     * @param subject reference to the patient; empty when not known
     * @param ranking id of the decision record
     * @param candidates references to the Observations to look at; may be empty
     */
    public static ObjectNode task(String subject, String ranking, List<String> candidates) {
        ObjectNode task = Fhir.resource("Task");
        task.putArray("identifier")
                .addObject()
                .put("system", "urn:fenton:ranking")
                .put("value", ranking);
        task.put("status", "draft").put("intent", "proposal");
        task.set("code", Fhir.concept("Tumour board review of a research ranking"));
        task.put("description", RankingWriter.RESEARCH_USE);
        if (!subject.isEmpty()) {
            task.set("for", Fhir.reference(subject));
        }
        if (!candidates.isEmpty()) {
            ArrayNode inputs = task.putArray("input");
            for (String candidate : candidates) {
                ObjectNode input = inputs.addObject();
                input.set("type", Fhir.concept("leading candidate"));
                input.set("valueReference", Fhir.reference(candidate));
            }
        }
        return task;
    }
}
