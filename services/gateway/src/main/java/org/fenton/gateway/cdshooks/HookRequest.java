package org.fenton.gateway.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fenton.documents.DocumentException;
import org.fenton.documents.Json;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/**
 * What a CDS client asks. Fields that are not needed here ({@code fhirServer}, {@code fhirAuthorization}, extensions) are
 * neither read nor logged.
 */
record HookRequest(String hookInstance, JsonNode context, JsonNode prefetch) {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    static HookRequest read(byte[] body, CdsService service) {
        JsonNode root = parse(body);
        List<Fault> faults = new ArrayList<>();
        String hook = text(root, "", "hook", faults);
        if (!hook.isEmpty() && !hook.equals(service.hook())) {
            faults.add(new Fault("/hook", "'" + hook + "' is not the hook of " + service.id(), service.hook()));
        }
        String instance = text(root, "", "hookInstance", faults);
        if (!instance.isEmpty() && !UUID_FORM.matcher(instance).matches()) {
            faults.add(new Fault("/hookInstance", "is no UUID"));
        }
        JsonNode context = root.path("context");
        text(context, "/context", "userId", faults);
        text(context, "/context", "patientId", faults);
        if (service == CdsService.ORDER_CHECK) {
            orders(context, faults);
        }
        JsonNode prefetch = root.path("prefetch");
        if (!prefetch.isMissingNode() && !prefetch.isNull() && !prefetch.isObject()) {
            faults.add(new Fault("/prefetch", "an object is expected"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "this is no call of " + service.hook(), faults);
        }
        return new HookRequest(UUID.fromString(instance).toString(), context, prefetch);
    }

    static JsonNode parse(byte[] body) {
        try {
            return Json.parse(body);
        } catch (DocumentException problem) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, problem.getMessage());
        }
    }

    private static void orders(JsonNode context, List<Fault> faults) {
        JsonNode selections = context.path("selections");
        if (!selections.isArray() || selections.isEmpty()) {
            faults.add(new Fault("/context/selections", "a list of references is expected"));
        }
        for (int i = 0; selections.isArray() && i < selections.size(); i++) {
            if (!selections.get(i).isTextual()) {
                faults.add(new Fault("/context/selections/" + i, "a reference is expected, as Type/id"));
            }
        }
        if (!context.path("draftOrders").path("resourceType").asText().equals("Bundle")) {
            faults.add(new Fault("/context/draftOrders", "a Bundle is expected"));
        }
    }

    private static String text(JsonNode owner, String place, String name, List<Fault> faults) {
        JsonNode value = owner.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            faults.add(new Fault(place + "/" + name, value.isMissingNode() ? "is missing" : "a text is expected"));
            return "";
        }
        return value.textValue();
    }

    String patientId() {
        return context.path("patientId").textValue();
    }
}
