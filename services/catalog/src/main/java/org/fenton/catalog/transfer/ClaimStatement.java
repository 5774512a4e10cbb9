package org.fenton.catalog.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;

/**
 * A claim in the manner of the GA4GH Variant Annotation specification: a statement that puts a proposition forward, with
 * direction, strength and the documents it is reported in. The shape is ours (docs/api/catalog/claim-statement.schema.json):
 * the proposition is about a drug, a pair, a resistance mechanism or a step of the pathway, for which VA-Spec has no model.
 */
final class ClaimStatement {
    private ClaimStatement() {}

    static ObjectNode of(JsonNode claim) {
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        statement.put("id", "fenton.claim:" + claim.path("id").asText());
        statement.put("type", "Statement");
        statement.set("proposition", proposition(claim));
        statement.put("direction", claim.path("direction").asText().toLowerCase(Locale.ROOT));
        statement
                .putObject("strength")
                .put("code", claim.path("strength").asText("UNKNOWN").toLowerCase(Locale.ROOT));
        statement.put("description", claim.path("statement").asText());
        statement.set("reportedIn", documents(claim));
        ArrayNode sources = statement.putArray("derivedFrom");
        claim.path("source").forEach(source -> sources.add("fenton.source:" + source.asText()));
        ObjectNode made = statement.putObject("contribution");
        made.put("knowledgeLevel", claim.path("knowledgeLevel").asText("not_provided"));
        made.put("agentType", claim.path("agentType").asText("not_provided"));
        statement.put("confidence", claim.path("confidence").asText());
        statement.put("inferred", claim.path("inferred").asBoolean());
        if (claim.has("level")) {
            statement.put("evidenceKind", claim.path("level").asText().toLowerCase(Locale.ROOT));
        }
        statement.put("intendedUse", "research only");
        return statement;
    }

    private static ObjectNode proposition(JsonNode claim) {
        String type = claim.at("/subject/type").asText();
        ObjectNode proposition = JsonNodeFactory.instance.objectNode();
        proposition.put(
                "type",
                Set.of("drug", "combination", "resistance").contains(type)
                        ? "TherapeuticResponseProposition"
                        : "MechanismProposition");
        proposition.put(
                "subject", "fenton." + type + ":" + claim.at("/subject/id").asText());
        proposition.put(
                "predicate",
                switch (type) {
                    case "combination" -> "predictsSensitivityTo";
                    case "resistance" -> "predictsResistanceTo";
                    case "drug" -> "isListedAs";
                    default -> "affects";
                });
        ObjectNode qualifier = proposition.putObject("conditionQualifier");
        ArrayNode scopes = qualifier.putArray("scopes");
        claim.path("scopes").forEach(scopes::add);
        if (claim.has("setting")) {
            qualifier.set("setting", claim.get("setting"));
        }
        if (claim.has("species")) {
            qualifier.set("species", claim.get("species"));
        }
        return proposition;
    }

    /** A claim on a source key rests on no paper: its list is empty, and says so by being there. */
    private static ArrayNode documents(JsonNode claim) {
        ArrayNode documents = JsonNodeFactory.instance.arrayNode();
        String study = claim.path("study").asText();
        if (!study.startsWith("S-")) {
            ObjectNode document = documents.addObject().put("type", "Document").put("id", study);
            if (claim.has("sameAs")) {
                document.set("sameAs", claim.get("sameAs"));
            }
        }
        return documents;
    }
}
