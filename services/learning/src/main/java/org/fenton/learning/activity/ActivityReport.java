package org.fenton.learning.activity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fenton.core.pathway.ActivityTable;
import org.fenton.core.pathway.CoverageReport;
import org.fenton.core.pathway.MappingReport;
import org.fenton.core.pathway.PathwayActivity;
import org.fenton.documents.CanonicalJson;

/**
 * Activities with what was measured, as text.
 *
 * @param file name of the table that was read
 * @param withoutReference how many genes the reference cohort lacks; 0 where nothing was standardised
 * @param programmes empty when not asked for
 */
record ActivityReport(
        String file,
        ActivityTable table,
        MappingReport mapping,
        CoverageReport coverage,
        int withoutReference,
        Optional<ProgrammeReport> programmes) {
    private static final String HEADER = "statistic\tsource\tcondition\tscore\tp_value\tp_value_bh\n";

    /** The same for printing, where programmes were only drawn. */
    ActivityReport withoutProgrammes() {
        return new ActivityReport(file, table, mapping, coverage, withoutReference, Optional.empty());
    }

    /** One line an activity, numbers as the shortest decimals that read back to the same double. */
    String tsv() {
        StringBuilder text = new StringBuilder(HEADER);
        for (PathwayActivity activity : table.activities()) {
            text.append(activity.statistic()).append('\t');
            text.append(activity.source()).append('\t');
            text.append(activity.condition()).append('\t');
            text.append(activity.score()).append('\t');
            text.append(orEmpty(activity.pValue())).append('\t');
            text.append(orEmpty(activity.falseDiscoveryRate())).append('\n');
        }
        programmes.ifPresent(report -> text.append(report.tsv()));
        return text.toString();
    }

    private static String orEmpty(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }

    /** One canonical JSON object: {@code activities} with the TSV's names as keys, and {@code coverage}. */
    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode activities = root.putArray("activities");
        for (PathwayActivity activity : table.activities()) {
            ObjectNode row = activities.addObject();
            row.put("statistic", activity.statistic());
            row.put("source", activity.source());
            row.put("condition", activity.condition());
            row.put("score", activity.score());
            activity.pValue().ifPresent(p -> row.put("p_value", p));
            activity.falseDiscoveryRate().ifPresent(fdr -> row.put("p_value_bh", fdr));
        }
        ObjectNode coverageNode = root.putObject("coverage");
        coverageNode.put("network", coverage.network());
        coverageNode.put("genes", coverage.genesMeasured());
        coverageNode.put("targetsMeasured", coverage.genesInNetwork());
        coverageNode.put("targetsTotal", coverage.targetsInNetwork());
        coverageNode.put("genesWithoutReference", withoutReference);
        programmes.ifPresent(report -> report.addTo(root));
        coverageNode.set("rows", rows());
        ArrayNode sources = coverageNode.putArray("sources");
        for (CoverageReport.SourceCoverage source : coverage.sources()) {
            ObjectNode node = sources.addObject();
            node.put("source", source.source());
            node.put("targetsMeasured", source.measured());
            node.put("targetsTotal", source.total());
            node.put("kept", source.kept());
        }
        return CanonicalJson.write(root) + "\n";
    }

    private ObjectNode rows() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("read", mapping.rows());
        node.put("withoutSymbol", mapping.rowsWithoutSymbol());
        node.put("withMissingValue", mapping.rowsWithMissingValue());
        node.put("withSeveralGenes", mapping.rowsWithSeveralGenes());
        mapping.unmapped().forEach(node.putArray("unmapped")::add);
        mapping.ambiguous().forEach(node.putArray("ambiguous")::add);
        ObjectNode renamed = node.putObject("renamed");
        mapping.renamed().forEach((from, to) -> renamed.put(from, to.value()));
        ObjectNode collapsed = node.putObject("collapsed");
        mapping.collapsed().forEach((gene, count) -> collapsed.put(gene.value(), count));
        node.put("collapseRule", mapping.collapseRule());
        mapping.valueRule().forEach(node.putArray("values")::add);
        return node;
    }

    /** One line a source: how much of it was measured. With programmes six columns more, empty for the sources. */
    String coverageTsv() {
        String more = programmes.isPresent() ? "\t\t\t\t\t\t" : "";
        StringBuilder text = new StringBuilder("network\tsource\tmeasured\ttotal\tkept");
        text.append(programmes.isPresent() ? ProgrammeReport.COVERAGE_COLUMNS : "")
                .append('\n');
        for (CoverageReport.SourceCoverage source : coverage.sources()) {
            text.append(coverage.network()).append('\t').append(source.source());
            text.append('\t').append(source.measured()).append('\t').append(source.total());
            text.append('\t').append(source.kept() ? "yes" : "no").append(more).append('\n');
        }
        programmes.ifPresent(report -> text.append(report.coverageTsv()));
        return text.toString();
    }

    /** The same in a few lines for a reader. */
    List<String> summary() {
        StringBuilder names = new StringBuilder();
        names.append(mapping.rowsWithoutSymbol()).append(" rows without a symbol, ");
        names.append(mapping.rowsWithMissingValue()).append(" with a missing value, ");
        names.append(mapping.rowsWithSeveralGenes()).append(" naming several genes; ");
        names.append(mapping.renamed().size()).append(" previous symbols renamed; ");
        names.append(mapping.unmapped().size())
                .append(" names unmapped")
                .append(examples(mapping.unmapped().stream().limit(3).toList()));
        names.append(", ").append(mapping.ambiguous().size()).append(" ambiguous");
        names.append(examples(List.copyOf(mapping.ambiguous())));
        int collapsed = mapping.collapsed().size();
        String reference = withoutReference == 0 ? "" : "; " + withoutReference + " not in the reference, left out";
        List<String> conditions = mapping.valueRule();
        return List.of(
                "table: " + mapping.genes() + " genes from " + mapping.rows() + " rows" + reference + "; "
                        + String.join(", ", conditions.subList(0, Math.min(3, conditions.size())))
                        + (conditions.size() > 3 ? ", … " + conditions.size() + " conditions" : ""),
                "names: " + names,
                "several rows a gene: " + collapsed + " genes"
                        + (collapsed == 0 ? "" : " (" + mapping.collapseRule() + ")"),
                "network " + coverage.network() + ": " + coverage.genesInNetwork() + " of "
                        + coverage.targetsInNetwork() + " targets measured; " + coverage.sourcesKept() + " of "
                        + coverage.sources().size() + " sources have enough of them");
    }

    private static String examples(List<String> names) {
        return names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
    }
}
