package org.fenton.local.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fenton.local.Clone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One ranking as an operator sees it: one trace over three services, metrics, JSON lines, an audit line. */
class ObservedTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SERVICES = List.of("catalog", "model", "gateway");
    private static final Pattern METRIC =
            Pattern.compile("\\b((?:http_server|fenton|jvm|agroal|process|system)_[a-z0-9_]+)");

    private static SecuredStack secured;
    private static String decision;
    private static String token;

    @BeforeAll
    static void oneRanking() throws IOException {
        secured = SecuredStack.shared();
        token = secured.issuer.token("nobody@example.org", SecuredStack.TENANT, "clinician", "curator");
        byte[] document = Files.readAllBytes(Clone.ROOT.resolve("deploy/local/examples/h1975-wz4002-resistant.json"));
        HttpResponse<byte[]> answer = secured.send(
                "POST",
                secured.address("gateway").resolve("/v1/rankings"),
                token,
                document,
                "Content-Type",
                "application/json",
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertEquals(2, answer.statusCode() / 100);
        decision = answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        // the page of a drug asks the catalog, within the same trace
        secured.send(
                "GET",
                secured.address("gateway").resolve("/workbench/drugs/ruxolitinib"),
                token,
                null,
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    @Test
    void oneTraceOfTheCallerRunsThroughAllThreeServices() throws InterruptedException {
        Set<String> services = Set.of();
        for (int tries = 0; tries < 100 && services.size() < 3; tries++) {
            Thread.sleep(100);
            services = secured.collector.spans.stream()
                    .filter(span -> span.trace().equals("0af7651916cd43dd8448eb211c80319c"))
                    .map(SpanCollector.Span::service)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertEquals(Set.of("catalog", "fenton-gateway", "model"), services);
        Set<String> ids =
                secured.collector.spans.stream().map(SpanCollector.Span::id).collect(Collectors.toSet());
        for (SpanCollector.Span span : secured.collector.spans) {
            boolean ofModel = span.service().equals("model") && span.trace().startsWith("0af7651916cd43dd");
            assertTrue(!ofModel || ids.contains(span.parent()), "hangs in the air: " + span);
        }
        secured.collector.awaitText(decision);
    }

    @Test
    void theHistogramOfRankingsNamesADecisionAndItsTrace() {
        var answer = secured.send(
                "GET",
                secured.address("gateway").resolve("/q/metrics"),
                null,
                null,
                "Accept",
                "application/openmetrics-text; version=1.0.0; charset=utf-8");
        String scraped = new String(answer.body(), StandardCharsets.UTF_8);
        assertTrue(
                scraped.lines()
                        .anyMatch(line -> line.startsWith("fenton_ranking_seconds_bucket{")
                                && line.matches(".* # \\{decision=\"[0-9a-f]{64}\",trace_id=\"[0-9a-f]{32}\"} .*")),
                () -> scraped.lines()
                        .filter(line -> line.startsWith("fenton_ranking"))
                        .toList()
                        .toString());
    }

    private static String metrics(String service) {
        var answer = secured.send("GET", secured.address(service).resolve("/q/metrics"), null, null);
        assertEquals(200, answer.statusCode());
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void everyServiceTellsRateErrorsAndDurationOfItsOperations() {
        for (String service : SERVICES) {
            secured.send("GET", secured.address(service).resolve("/service-info"), null, null);
            String scraped = metrics(service);
            assertTrue(scraped.contains("fenton_build_info{"), service);
            assertTrue(
                    scraped.lines()
                            .anyMatch(line -> line.startsWith("http_server_requests_seconds_bucket{")
                                    && line.contains("uri=\"/service-info\"")
                                    && line.contains("le=\"0.5\"")),
                    service);
        }
    }

    @Test
    void everyMetricOfAlertsAndDashboardIsThere() throws IOException {
        String scraped = SERVICES.stream().map(ObservedTest::metrics).collect(Collectors.joining());
        for (String file : List.of("alerts.yaml", "dashboard.json")) {
            String text = Files.readString(Clone.ROOT.resolve("deploy/observability/" + file));
            Matcher named = METRIC.matcher(text);
            Set<String> names = new TreeSet<>();
            while (named.find()) {
                names.add(named.group(1));
            }
            assertTrue(names.size() > 5, file + " names " + names);
            for (String name : names) {
                assertTrue(scraped.lines().anyMatch(line -> line.startsWith(name)), file + ": " + name);
            }
        }
    }

    @Test
    void theAuditTrailSaysWhoDidWhatWithoutAName() throws IOException {
        List<String> audit = Files.readAllLines(secured.logs.resolve("gateway.log")).stream()
                .filter(line -> line.contains("\"org.fenton.audit\""))
                .toList();
        String line = audit.stream()
                .filter(each -> each.contains(decision))
                .findFirst()
                .orElseThrow();
        JsonNode entry = JSON.readTree(line);
        String message = entry.path("message").asText();
        assertTrue(
                message.matches("who=[0-9a-f]{16} tenant=north did=\"POST /v1/rankings\" status=20[01] decision="
                        + decision + " request=\\S+"),
                message);
        assertEquals(
                "0af7651916cd43dd8448eb211c80319c", entry.at("/mdc/traceId").asText(), line);
        assertTrue(audit.stream().noneMatch(each -> each.contains("nobody@")));
    }

    @Test
    void noLogHoldsATokenOrASecret() throws IOException {
        for (String service : SERVICES) {
            String log = Files.readString(secured.logs.resolve(service + ".log"));
            assertFalse(log.contains("eyJ"), service + ": a token");
            assertFalse(log.contains("not in any log"), service + ": the client's secret");
        }
    }
}
