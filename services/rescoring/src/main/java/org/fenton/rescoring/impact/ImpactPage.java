package org.fenton.rescoring.impact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fenton.documents.RankingWriter;

/** The report as one page without scripts or outside files. */
final class ImpactPage {
    private static final int MOST_ROWS = 500;
    private static final int MOST_TOPS = 10;
    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1a1a1a;background:#fff}
            .use{border-left:.3rem solid #8a4b00;padding:.5rem 1rem;background:#fff6e8}
            table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:600;padding:.5rem 0}
            th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ccc;overflow-wrap:break-word}
            .made{table-layout:fixed}.made th{width:8rem}.made th+th{width:auto}.cases{overflow-x:auto}
            svg{max-width:100%;height:auto}svg text{font:14px system-ui,sans-serif;fill:#1a1a1a}svg rect{fill:#1f5fa8}.yes{font-weight:700;color:#8a1c00}
            """;

    private final ImpactReport report;

    ImpactPage(ImpactReport report) {
        this.report = report;
    }

    String html() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>Impact of a re-scoring</title>\n");
        page.append("<style>\n").append(STYLE).append("</style></head>\n<body>\n<h1>Impact of a re-scoring</h1>\n");
        page.append("<p class=\"use\">")
                .append(escaped(RankingWriter.RESEARCH_USE))
                .append("</p>\n");
        page.append("<p>").append(escaped(report.words())).append(".</p>\n");
        made(page);
        rules(page, "new", report.byRule(CaseImpact::newStops));
        rules(page, "lost", report.byRule(CaseImpact::lostStops));
        page.append("<h2>Cases by what changed</h2>\n");
        bars(page, "Number of cases by what changed", report.byVerdict());
        page.append("<h2>What moved the top</h2>\n");
        if (report.byTerm().isEmpty()) {
            page.append("<p>No top moved.</p>\n");
        } else {
            bars(page, "Number of cases by the term that moved their top", report.byTerm());
        }
        Map<String, Long> tops = report.byTops(MOST_TOPS);
        if (!tops.isEmpty()) {
            page.append("<h2>Which top gave way to which</h2>\n");
            bars(page, "Number of cases by old and new top", tops);
            if (tops.size() == MOST_TOPS) {
                page.append("<p>The ").append(MOST_TOPS).append(" most frequent; all are in impact.csv.</p>\n");
            }
        }
        cases(page);
        return page.append("</body></html>\n").toString();
    }

    private void made(StringBuilder page) {
        page.append("<table class=\"made\"><caption>What was compared</caption><tr><th scope=\"col\">part</th>");
        page.append("<th scope=\"col\">before</th><th scope=\"col\">now</th></tr>\n");
        for (String part : List.of("release", "bundle", "policy", "policyHash", "rankings", "failed", "outputHash")) {
            row(page, part, text(report.before(), part), text(report.now(), part));
        }
        page.append("</table>\n");
    }

    private static void rules(StringBuilder page, String which, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            page.append("<h2>Cases with ").append(which).append(" safety stops, by rule</h2>\n");
            bars(page, "Number of cases with " + which + " safety stops, by rule", counts);
        }
    }

    private static String text(JsonNode summary, String part) {
        return summary.path(part).asText();
    }

    /** One bar a line, its count written beside it. */
    private static void bars(StringBuilder page, String title, Map<String, Long> counts) {
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        int height = 28 * counts.size() + 4;
        page.append(String.format(
                Locale.ROOT,
                "<svg role=\"img\" viewBox=\"0 0 900 %d\" width=\"900\" height=\"%d\"><title>%s</title>\n",
                height,
                height,
                escaped(title)));
        int y = 2;
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            double width = 480.0 * count.getValue() / most;
            page.append(String.format(
                    Locale.ROOT,
                    "<text x=\"330\" y=\"%d\" text-anchor=\"end\">%s</text><rect x=\"340\" y=\"%d\" width=\"%.1f\""
                            + " height=\"20\"/><text x=\"%.1f\" y=\"%d\">%d</text>\n",
                    y + 16,
                    escaped(shortened(count.getKey())),
                    y,
                    width,
                    348 + width,
                    y + 16,
                    count.getValue()));
            y += 28;
        }
        page.append("</svg>\n");
    }

    private static String shortened(String text) {
        return text.length() <= 46 ? text : text.substring(0, 45) + "…";
    }

    private void cases(StringBuilder page) {
        List<CaseImpact> changed =
                report.cases().stream().filter(CaseImpact::changed).toList();
        page.append("<div class=\"cases\" tabindex=\"0\" role=\"region\" aria-label=\"Changed cases\">\n");
        page.append("<table><caption>").append(changed.size()).append(" changed cases, safety stops first");
        if (changed.size() > MOST_ROWS) {
            page.append("; the first ").append(MOST_ROWS).append(" are shown, all are in impact.csv");
        }
        page.append("</caption>\n<tr>");
        for (String head : List.of(
                "contact", "case", "what", "top before", "top now", "moved by", "points", "withdrawn", "stops")) {
            page.append("<th scope=\"col\">").append(head).append("</th>");
        }
        page.append("</tr>\n");
        for (CaseImpact each : changed.subList(0, Math.min(MOST_ROWS, changed.size()))) {
            page.append("<tr><td")
                    .append(each.contact() ? " class=\"yes\">YES" : ">no")
                    .append("</td>");
            for (String cell : List.of(
                    each.label().isEmpty() ? each.caseId() : each.label(),
                    each.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    each.topBefore(),
                    each.topNow(),
                    each.term(),
                    each.shift()
                            .map(points -> String.format(Locale.ROOT, "%+.2f", points))
                            .orElse(""),
                    listed(each.withdrawn()),
                    "new: " + stops(each.newStops()) + "; lost: " + stops(each.lostStops()))) {
                page.append("<td>").append(escaped(cell)).append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</table>\n</div>\n");
    }

    /** By rule: a rule for one drug stops each of its pairs too. */
    private static String stops(List<String> all) {
        Map<String, List<String>> byRule = new TreeMap<>();
        for (String stop : all) {
            int space = stop.lastIndexOf(' ');
            byRule.computeIfAbsent(stop.substring(space + 1), rule -> new ArrayList<>())
                    .add(stop.substring(0, space));
        }
        // alone before in pairs
        byRule.values()
                .forEach(drugs -> drugs.sort(Comparator.comparing((String each) -> each.contains("+"))
                        .thenComparing(Comparator.naturalOrder())));
        return byRule.isEmpty()
                ? "none"
                : byRule.entrySet().stream()
                        .map(rule -> rule.getKey() + " on " + listed(rule.getValue()))
                        .collect(Collectors.joining("; "));
    }

    /** The first few; nothing is cut without its count. */
    private static String listed(List<String> all) {
        return all.isEmpty()
                ? "none"
                : String.join(", ", all.subList(0, Math.min(5, all.size())))
                        + (all.size() > 5 ? " and " + (all.size() - 5) + " more" : "");
    }

    private static void row(StringBuilder page, String head, String... cells) {
        page.append("<tr><th scope=\"row\">").append(head).append("</th>");
        for (String cell : cells) {
            page.append("<td>").append(escaped(cell)).append("</td>");
        }
        page.append("</tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
