package org.fenton.gateway.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An OperationOutcome in the making. */
final class Outcome {
    private final ObjectNode resource = Fhir.resource("OperationOutcome");

    Outcome error(String code, String expression, String text) {
        return issue("error", code, expression, text);
    }

    Outcome warning(String code, String expression, String text) {
        return issue("warning", code, expression, text);
    }

    Outcome information(String text) {
        return issue("information", "informational", "", text);
    }

    private Outcome issue(String severity, String code, String expression, String text) {
        ObjectNode issue = resource.withArray("/issue")
                .addObject()
                .put("severity", severity)
                .put("code", code);
        issue.set("details", Fhir.concept(text));
        if (!expression.isEmpty()) {
            issue.putArray("expression").add(expression);
        }
        return this;
    }

    ObjectNode node() {
        return resource;
    }
}
