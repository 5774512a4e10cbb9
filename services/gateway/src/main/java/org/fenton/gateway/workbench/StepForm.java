package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fenton.http.Problem;
import org.fenton.http.ProblemException;

/**
 * A form that is sent on to the catalog as it stands: what the catalog refuses stands beside its field, and what was entered stays.
 *
 * @param step which of the forms of its page; begins the ids of its fields
 */
public record StepForm(String step, Fields entered, FieldFaults faults) {
    private static final int CHANGED = 412;
    private static final String SELF_REVIEW = "urn:problem:self-review";

    static StepForm empty(String step) {
        return new StepForm(step, Fields.none(), new FieldFaults());
    }

    static StepForm of(String step, Fields entered) {
        return new StepForm(step, entered, new FieldFaults());
    }

    /** The fields of these names that were filled in, as members of a document. */
    ObjectNode document(List<String> names) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            faults.from("/" + name, name);
            if (entered.has(name)) {
                document.put(name, entered.text(name));
            }
        }
        return document;
    }

    /** The catalog's answer; empty when it refused, which then stands beside the fields. */
    Optional<JsonNode> send(ObjectNode document, Function<JsonNode, JsonNode> call) {
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(call.apply(document));
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            if (problem.status() / 100 != 4 || problem.status() == 404) {
                throw refused;
            }
            if (problem.status() == CHANGED) {
                faults.add(
                        FieldFaults.WHOLE,
                        "It has changed since you read it. What it is now stands above: decide again.");
            } else if (problem.type().equals(SELF_REVIEW)) {
                faults.add("curator", problem.detail());
            } else {
                faults.add(problem);
            }
            return Optional.empty();
        }
    }

    /** Whether something was entered, so that what the catalog said of it is looked for here. */
    public boolean isSent() {
        return !faults.isEmpty();
    }

    public String id(String field) {
        return step + "." + field;
    }

    public String value(String field) {
        return entered.text(field);
    }

    public boolean has(String field, String value) {
        return entered.all(field).contains(value);
    }

    public boolean isWrong(String field) {
        return faults.has(field);
    }

    public List<String> said(String field) {
        return faults.of(field);
    }
}
