package org.fenton.local.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.fenton.local.Clone;

/** One operation of a service's description. */
record Operation(String service, String method, String path, JsonNode description) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every operation of the three descriptions. */
    static List<Operation> all() throws IOException {
        List<Operation> operations = new ArrayList<>();
        for (String service : List.of("catalog", "model", "gateway")) {
            JsonNode api = JSON.readTree(
                    Clone.ROOT.resolve("docs/api/" + service + "/openapi.json").toFile());
            api.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().forEach(each -> {
                        if (each.getValue().has("operationId")) {
                            String method = each.getKey().toUpperCase(Locale.ROOT);
                            operations.add(new Operation(service, method, path.getKey(), each.getValue()));
                        }
                    }));
        }
        return operations;
    }

    /** The roles that may; empty where anybody may. */
    Set<String> roles() {
        Set<String> roles = new TreeSet<>();
        description.at("/security/0/bearer").forEach(role -> roles.add(role.asText()));
        return roles;
    }

    /** Any address of the shape: whether it may be asked does not depend on what is there. */
    String anAddress() {
        return path.replaceAll("\\{[^}]+}", "x");
    }

    /** CDS Hooks calls are for anyone at this door and verified by their own rules behind it. */
    boolean hasRulesOfItsOwn() {
        return path.startsWith("/cds-services/");
    }
}
