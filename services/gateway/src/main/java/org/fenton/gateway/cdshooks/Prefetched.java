package org.fenton.gateway.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.fenton.gateway.fhir.FhirRecord;

/**
 * What a client sent along. A key with {@code null} or an empty Bundle says that there is nothing; a key that is absent or
 * holds an OperationOutcome says that nobody knows.
 */
final class Prefetched {
    private final FhirRecord record = new FhirRecord();
    private final Set<String> notDelivered = new TreeSet<>();

    Prefetched(JsonNode prefetch) {
        for (String key : CdsService.prefetch().keySet()) {
            JsonNode value = prefetch.path(key);
            if (value.isMissingNode() || isOutcome(value)) {
                notDelivered.add(key);
            } else if (value.isObject()) {
                if (holdsOutcome(value)) {
                    notDelivered.add(key);
                }
                record.add(value, "prefetch." + key);
            }
        }
    }

    private static boolean isOutcome(JsonNode resource) {
        return resource.path("resourceType").asText().equals("OperationOutcome");
    }

    /** A search that ended with an error may have left out anything. */
    private static boolean holdsOutcome(JsonNode bundle) {
        for (JsonNode entry : bundle.path("entry")) {
            for (JsonNode issue : entry.path("resource").path("issue")) {
                String severity = issue.path("severity").asText();
                if (severity.equals("error") || severity.equals("fatal")) {
                    return true;
                }
            }
        }
        return false;
    }

    FhirRecord record() {
        return record;
    }

    boolean delivered(String key) {
        return !notDelivered.contains(key);
    }

    Set<String> notDelivered() {
        return notDelivered;
    }

    /** Both lists are here, so what is in neither is not taken. */
    boolean medicationsDelivered() {
        return delivered(CdsService.MEDICATION_REQUESTS) && delivered(CdsService.MEDICATION_STATEMENTS);
    }
}
