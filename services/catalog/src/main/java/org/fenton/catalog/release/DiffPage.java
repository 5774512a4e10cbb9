package org.fenton.catalog.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The differences of two releases for a person: one page, no script, readable without colour. */
final class DiffPage {
    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
            h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1rem;margin:1.2rem 0 .2rem}
            table{border-collapse:collapse;width:100%;table-layout:fixed}caption{text-align:left;font-weight:600}
            th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
            th{background:#f0f0f0}code{overflow-wrap:anywhere}.why{border-left:4px solid #1a1a1a;padding-left:.6rem}
            """;

    /** No script, no picture, nothing from elsewhere: only this very style. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Writer out;

    DiffPage(Writer out) {
        this.out = out;
    }

    void head(String before, String after, Map<String, Map<ReleaseChange.Kind, Long>> counts) throws IOException {
        out.write(
                "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Fenton: two releases compared</title>"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>" + STYLE
                        + "</style></head><body><main>\n<h1>Two releases of the catalog compared</h1>\n"
                        + "<p>Research use only. Before: <code>" + safe(before) + "</code><br>After: <code>"
                        + safe(after)
                        + "</code></p>\n");
        if (counts.isEmpty()) {
            out.write("<p>They hold the same facts.</p>\n");
            return;
        }
        out.write(
                "<table><caption>How many lines differ</caption><thead><tr><th scope=\"col\">Type</th>"
                        + "<th scope=\"col\">Added</th><th scope=\"col\">Removed</th><th scope=\"col\">Changed</th></tr></thead><tbody>\n");
        for (var type : counts.entrySet()) {
            out.write("<tr><th scope=\"row\">" + safe(type.getKey()) + "</th>");
            for (ReleaseChange.Kind kind : ReleaseChange.Kind.values()) {
                out.write("<td>" + type.getValue().getOrDefault(kind, 0L) + "</td>");
            }
            out.write("</tr>\n");
        }
        out.write("</tbody></table>\n");
    }

    void type(String type) throws IOException {
        out.write("<h2>" + safe(type) + "</h2>\n");
    }

    void change(ReleaseChange change) throws IOException {
        String word = change.change().name().toLowerCase(java.util.Locale.ROOT);
        out.write("<h3>" + safe(change.id()) + ": " + word + "</h3>\n");
        for (String reason : change.reasons()) {
            out.write("<p class=\"why\">Reason: " + safe(reason) + "</p>\n");
        }
        if (!change.fields().isEmpty()) {
            fields(change.fields());
        }
    }

    private void fields(List<ReleaseChange.Field> fields) throws IOException {
        out.write("<table><thead><tr><th scope=\"col\">Field</th><th scope=\"col\">Before</th>"
                + "<th scope=\"col\">After</th></tr></thead><tbody>\n");
        for (ReleaseChange.Field field : fields) {
            out.write("<tr><th scope=\"row\"><code>" + safe(field.pointer()) + "</code></th><td>"
                    + shown(field.before()) + "</td><td>" + shown(field.after()) + "</td></tr>\n");
        }
        out.write("</tbody></table>\n");
    }

    void foot(boolean complete) throws IOException {
        if (!complete) {
            out.write(
                    "<p>There are more differences than this page lists; ask for application/x-ndjson to have all.</p>\n");
        }
        out.write("</main></body></html>\n");
    }

    private static String shown(JsonNode value) {
        return value == null ? "(absent)" : safe(value.isTextual() ? value.asText() : value.toString());
    }

    static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash(String text) {
        MessageDigest digest = ReleaseLines.sha256();
        return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
