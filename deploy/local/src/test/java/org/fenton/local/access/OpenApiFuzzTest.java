package org.fenton.local.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the three descriptions given what it does not expect: no failure of ours, no answer that quotes our code, and
 * every refusal is a document. {@code -Dfuzz.inputs=500} tries more of each; the table of what was tried is printed.
 */
class OpenApiFuzzTest {
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 15);
    private static final List<String> OF_THE_CODE =
            List.of("Exception", "java.lang", "java.util", "jakarta.", "org.fenton.", "com.fasterxml", "\tat ", "PSQL");

    private static SecuredStack secured;
    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void up() {
        secured = SecuredStack.shared();
    }

    @Test
    void whateverIsSentTheAnswerIsADocumentAndNoFailureOfOurs() throws IOException {
        String token =
                secured.issuer.token("fuzz", SecuredStack.OTHER_TENANT, "reader", "clinician", "curator", "operator");
        Map<String, Map<Integer, Integer>> statuses = new TreeMap<>();
        Map<String, Integer> operations = new TreeMap<>();
        FuzzedRequests requests = new FuzzedRequests(9);
        for (Operation operation : Operation.all()) {
            operations.merge(operation.service(), 1, Integer::sum);
            for (int i = 0; i < INPUTS; i++) {
                FuzzedRequests.Request request = requests.next(operation);
                HttpResponse<byte[]> answer = secured.send(
                        operation.method(),
                        URI.create(secured.address(operation.service()) + request.address()),
                        operation.hasRulesOfItsOwn() ? null : token,
                        request.body(),
                        request.headers().toArray(String[]::new));
                statuses.computeIfAbsent(operation.service(), service -> new TreeMap<>())
                        .merge(answer.statusCode(), 1, Integer::sum);
                judge(operation, request, answer);
            }
        }
        System.out.printf("%-8s %10s %7s %6s  %s%n", "service", "operations", "inputs", "worst", "statuses");
        statuses.forEach((service, seen) -> System.out.printf(
                "%-8s %10d %7d %6d  %s%n",
                service,
                operations.get(service),
                seen.values().stream().mapToInt(Integer::intValue).sum(),
                ((TreeMap<Integer, Integer>) seen).lastKey(),
                seen));
        assertEquals(List.of(), wrong);
        assertTrue(statuses.values().stream()
                .allMatch(seen -> seen.keySet().stream().anyMatch(status -> status / 100 == 2)));
    }

    private void judge(Operation operation, FuzzedRequests.Request request, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String words = new String(answer.body(), StandardCharsets.UTF_8);
        boolean ours = status < 500
                || status == 503 && answer.headers().firstValue("Retry-After").isPresent();
        // of an address that is too long the server itself says so, before any code of ours
        boolean document = status < 400 || status == 414 || type.contains("json");
        boolean quotesCode = status >= 400 && OF_THE_CODE.stream().anyMatch(words::contains);
        if (!ours || !document || quotesCode) {
            wrong.add("%d %s %s %s%s\n  body: %s\n  answer: %s"
                    .formatted(
                            status,
                            operation.method(),
                            operation.service(),
                            request.address(),
                            request.headers(),
                            request.body() == null ? "" : shown(new String(request.body(), StandardCharsets.UTF_8)),
                            shown(type + " " + words)));
        }
    }

    private static String shown(String words) {
        return words.length() > 400 ? words.substring(0, 400) + "…" : words;
    }
}
