package org.fenton.local.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.fenton.local.Clone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever one tenant does, another reads its own records or 404: random days of two tenants who share cases and keys. */
class TenantIsolationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STEPS = 120;
    private static final int CASES = 4;
    private static final List<String> TENANTS = List.of(SecuredStack.TENANT, SecuredStack.OTHER_TENANT);
    private static final List<String> READS =
            List.of("", "/candidates/ruxolitinib", "/compare?a=ruxolitinib&b=fedratinib");

    private static SecuredStack secured;

    /** What each tenant got, by address. */
    private final Map<String, Map<String, byte[]>> own = new HashMap<>();

    private final Map<String, Set<String>> erased = new HashMap<>();
    private int refusedReads;

    @BeforeAll
    static void up() {
        secured = SecuredStack.shared();
    }

    private static String token(String tenant, String... roles) {
        return secured.issuer.token("doctor", tenant, roles);
    }

    private static URI at(String path) {
        return secured.address("gateway").resolve(path);
    }

    private static HttpResponse<byte[]> as(String tenant, String method, String path, byte[] body, String... headers) {
        return secured.send(method, at(path), token(tenant, "clinician", "operator"), body, headers);
    }

    private static byte[] aCase(int number) throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(
                Files.readAllBytes(Clone.ROOT.resolve("deploy/local/examples/h1975-wz4002-resistant.json")));
        document.withArray("genotypes").addObject().put("gene", "GENE" + number).put("phenotype", "x");
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whateverOneTenantDoesTheOtherReadsItsOwnOrNothing() throws IOException {
        Random dice = new Random(20261123);
        TENANTS.forEach(tenant -> {
            own.put(tenant, new HashMap<>());
            erased.put(tenant, new HashSet<>());
        });
        for (int step = 0; step < STEPS; step++) {
            String tenant = TENANTS.get(dice.nextInt(2));
            switch (dice.nextInt(6)) {
                case 0, 1 -> rank(tenant, dice.nextInt(CASES));
                case 2 -> deferred(tenant, dice.nextInt(CASES));
                case 3 -> erase(tenant, dice);
                default -> readAll(dice);
            }
        }
        readAll(dice);
        listsHoldTheirOwn();
        theChainHolds();
        System.out.printf(
                "tenants: %d steps, records %d and %d, %d reads of the other's records, all 404%n",
                STEPS, own.get(TENANTS.get(0)).size(), own.get(TENANTS.get(1)).size(), refusedReads);
        assertTrue(refusedReads > 100, refusedReads + " reads");
    }

    /** Both tenants use the same cases and the same idempotency keys. */
    private void rank(String tenant, int number) throws IOException {
        HttpResponse<byte[]> answer = as(
                tenant,
                "POST",
                "/v1/rankings",
                aCase(number),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "k" + number);
        assertEquals(2, answer.statusCode() / 100, new String(answer.body(), StandardCharsets.UTF_8));
        String path = answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow()
                .getPath();
        HttpResponse<byte[]> kept = as(tenant, "GET", path, null);
        if (erased.get(tenant).contains(path)) {
            assertEquals(410, kept.statusCode());
            return;
        }
        assertEquals(200, kept.statusCode());
        own.get(tenant).put(path, kept.body());
    }

    private void deferred(String tenant, int number) throws IOException {
        HttpResponse<byte[]> accepted = as(
                tenant,
                "POST",
                "/v1/rankings",
                aCase(number),
                "Content-Type",
                "application/json",
                "Prefer",
                "respond-async");
        assertEquals(202, accepted.statusCode());
        String place = accepted.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow()
                .getPath();
        String other = TENANTS.get(1 - TENANTS.indexOf(tenant));
        assertEquals(404, as(other, "GET", place, null).statusCode());
        HttpResponse<byte[]> mine = as(tenant, "GET", place, null);
        assertTrue(mine.statusCode() == 200 || mine.statusCode() == 303, place + " " + mine.statusCode());
    }

    private void erase(String tenant, Random dice) {
        List<String> paths =
                new ArrayList<>(new java.util.TreeSet<>(own.get(tenant).keySet()));
        if (paths.isEmpty()) {
            return;
        }
        String path = paths.get(dice.nextInt(paths.size()));
        String other = TENANTS.get(1 - TENANTS.indexOf(tenant));
        assertEquals(404, as(other, "DELETE", path, null).statusCode(), "nobody erases another's record");
        if (dice.nextInt(3) == 0) {
            assertEquals(204, as(tenant, "DELETE", path, null).statusCode());
            own.get(tenant).remove(path);
            erased.get(tenant).add(path);
        }
    }

    private void readAll(Random dice) {
        for (String tenant : TENANTS) {
            String other = TENANTS.get(1 - TENANTS.indexOf(tenant));
            own.get(tenant).forEach((path, bytes) -> {
                assertArrayEquals(bytes, as(tenant, "GET", path, null).body(), "its own, as it was");
                for (String read : READS) {
                    assertEquals(404, as(other, "GET", path + read, null).statusCode(), path + read);
                    refusedReads++;
                }
                assertEquals(404, as(other, "POST", path + "/replay", null).statusCode());
                assertEquals(
                        404,
                        as(other, "GET", path.replace("/v1", "/workbench"), null)
                                .statusCode());
                refusedReads += 2;
            });
        }
    }

    private void listsHoldTheirOwn() {
        for (String tenant : TENANTS) {
            String other = TENANTS.get(1 - TENANTS.indexOf(tenant));
            String page =
                    new String(as(tenant, "GET", "/workbench/records", null).body(), StandardCharsets.UTF_8);
            for (String path : own.get(other).keySet()) {
                assertFalse(page.contains(path.substring(path.lastIndexOf('/') + 1)), "a record of " + other);
            }
        }
    }

    private static void theChainHolds() throws IOException {
        JsonNode report = JSON.readTree(
                as(TENANTS.get(0), "GET", "/v1/decisions/verification", null).body());
        assertTrue(report.path("intact").asBoolean(), report.toString());
        assertTrue(report.path("erased").asInt() > 0, "erasures are on the chain too");
    }
}
