package org.fenton.local.workbench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fenton.local.catalog.CatalogClient;

/** Drugs that stand high in the rankings of the tests, under names that a page, a table or a sheet must only show. */
final class HostileNames {
    static final Map<String, String> BY_DRUG = new LinkedHashMap<>();

    static {
        BY_DRUG.put("cisplatin", "<script>alert('drug')</script>");
        BY_DRUG.put("dihydroartemisinin", "\"><img src=x onerror=alert(1)>' onmouseover='alert(2)");
        BY_DRUG.put("doxorubicin", "doxo\u202Enicibur\u202C {shell.title}{#for}</table></main>");
        BY_DRUG.put("arsenic-trioxide", "=HYPERLINK(\"http://203.0.113.9/\",\"look\")");
        BY_DRUG.put("artemether", "@SUM(1+1)*cmd|' /C calc'!A0");
        BY_DRUG.put("5-aminolevulinic-acid", "acid".repeat(125));
    }

    private HostileNames() {}

    /** Imports and publishes them, as anybody could who may import, and waits for the gateway to notice: it asks every few seconds. */
    static void into(URI catalog, URI gateway) {
        String release = publish(catalog);
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready =
                HttpRequest.newBuilder(gateway.resolve("/q/health/ready")).build();
        for (int tries = 0; tries < 300; tries++) {
            try {
                if (client.send(ready, BodyHandlers.ofString()).body().contains(release)) {
                    return;
                }
                Thread.sleep(200);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
        throw new IllegalStateException("the gateway never took up release " + release + " that was published");
    }

    private static String publish(URI address) {
        CatalogClient catalog = new CatalogClient(address);
        ObjectMapper json = new ObjectMapper();
        StringBuilder rows = new StringBuilder();
        try (BufferedReader drugs = new BufferedReader(new InputStreamReader(
                catalog.open("/v1/exports/rows/drug?format=jsonl", "application/x-ndjson"), StandardCharsets.UTF_8))) {
            for (String line = drugs.readLine(); line != null; line = drugs.readLine()) {
                ObjectNode drug = (ObjectNode) json.readTree(line);
                String hostile = BY_DRUG.get(drug.path("id").asText());
                if (hostile != null) {
                    rows.append(drug.put("name", hostile)).append('\n');
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        catalog.post("/v1/imports?type=drug", "application/x-ndjson", BodyPublishers.ofString(rows.toString()));
        return catalog.post("/v1/releases", "application/json", BodyPublishers.ofString("{}"))
                .required("id")
                .asText();
    }
}
