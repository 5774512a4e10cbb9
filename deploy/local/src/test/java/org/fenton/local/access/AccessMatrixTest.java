package org.fenton.local.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fenton.local.Clone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the three descriptions, asked by every kind of caller on the real services, beside what the rules say.
 * {@code -Dgolden.update=true} writes docs/api/access.md anew.
 */
class AccessMatrixTest {
    private static final Path GOLDEN = Clone.ROOT.resolve("docs/api/access.md");
    private static final List<String> ROLES = List.of("reader", "clinician", "curator", "operator");

    private static SecuredStack secured;

    @BeforeAll
    static void up() {
        secured = SecuredStack.shared();
    }

    private static Map<String, String> callers() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("no token", null);
        for (String role : ROLES) {
            tokens.put(role, secured.issuer.token("u-" + role, SecuredStack.TENANT, role));
        }
        tokens.put("no role", secured.issuer.token("u-none", SecuredStack.TENANT));
        tokens.put(
                "other tenant", secured.issuer.token("u", SecuredStack.STRANGE_TENANT, ROLES.toArray(String[]::new)));
        return tokens;
    }

    private static String expected(Operation call, String caller) {
        if (call.roles().isEmpty()) {
            return "in";
        }
        return caller.equals("no token") ? "401" : call.roles().contains(caller) ? "in" : "403";
    }

    private static String verdict(HttpResponse<byte[]> answer) {
        // the Open Inference Protocol and FHIR have error documents of their own, with the same words
        String words = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() == 403) {
            return words.contains("none of this caller's roles") || words.contains("tenant is not served")
                    ? "403"
                    : "in";
        }
        return answer.statusCode() == 401 ? "401" : "in";
    }

    @Test
    void everyCallerGetsWhatTheRulesSayOnEveryOperation() throws IOException {
        Map<String, String> callers = callers();
        StringBuilder table = new StringBuilder(HEAD);
        int asked = 0;
        for (Operation call : Operation.all()) {
            boolean cds = call.hasRulesOfItsOwn();
            table.append("| ")
                    .append(call.service())
                    .append(" | ")
                    .append(call.method())
                    .append(" `")
                    .append(call.path());
            table.append("` |");
            for (var caller : callers.entrySet()) {
                var address = secured.address(call.service()).resolve(call.anAddress());
                HttpResponse<byte[]> answer = secured.send(call.method(), address, caller.getValue(), null);
                String what = call + " by " + caller.getKey() + ": " + new String(answer.body());
                assertTrue(answer.statusCode() < 500 || answer.statusCode() == 503, what);
                assertEquals(cds ? "401" : expected(call, caller.getKey()), verdict(answer), what);
                if (answer.statusCode() == 401) {
                    assertTrue(
                            answer.headers()
                                    .firstValue("WWW-Authenticate")
                                    .orElse("")
                                    .startsWith("Bearer"),
                            what);
                }
                table.append(' ')
                        .append(cds ? "CDS" : expected(call, caller.getKey()))
                        .append(" |");
                asked++;
            }
            table.append('\n');
        }
        System.out.printf("access matrix: %d requests, all as the rules say%n", asked);
        assertTrue(asked > 500, asked + " requests");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, table);
        }
        assertEquals(Files.readString(GOLDEN), table.toString(), "docs/api/access.md; -Dgolden.update=true writes it");
    }

    @Test
    void everyOperationHasARowOfItsOwnAndEveryRowAnOperation() throws IOException {
        for (String service : List.of("catalog", "model", "gateway")) {
            Set<String> rows = new TreeSet<>();
            Files.readAllLines(Clone.ROOT.resolve("services/" + service + "/src/main/resources/access.tsv")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t")[0])
                    .filter(rule -> !rule.endsWith("/**") && !rule.equals("GET /"))
                    .forEach(rows::add);
            Set<String> operations = new TreeSet<>();
            Operation.all().stream()
                    .filter(call -> call.service().equals(service))
                    .forEach(call -> operations.add(call.method() + " " + call.path()));
            assertEquals(operations, rows, service);
        }
    }

    @Test
    void thePagesAskForATokenAsWell() {
        String reader = secured.issuer.token("r", SecuredStack.TENANT, "reader");
        String clinician = secured.issuer.token("c", SecuredStack.TENANT, "clinician");
        for (String page : List.of("/", "/workbench/records", "/workbench/drugs", "/workbench/curation")) {
            var address = secured.address("gateway").resolve(page);
            assertEquals(401, secured.send("GET", address, null, null).statusCode(), page);
            assertEquals(403, secured.send("GET", address, reader, null).statusCode(), page);
            assertEquals(200, secured.send("GET", address, clinician, null).statusCode(), page);
        }
        var style = secured.address("gateway").resolve("/workbench/fenton.css");
        assertEquals(200, secured.send("GET", style, null, null).statusCode());
    }

    private static final String HEAD = """
        # Who may do what

        Generated by `AccessMatrixTest` (deploy/local) from the three descriptions and the answers of the running services. `in`: the
        request reached its operation; `CDS`: the caller proves itself by the rules of CDS Hooks (docs/standards.md), no bearer token
        helps. The rules: `access.tsv` of each service. Without security (the launcher on loopback) everything is `in`.

        | service | operation | no token | reader | clinician | curator | operator | no role | other tenant |
        |---|---|---|---|---|---|---|---|---|
        """;
}
