package org.fenton.gateway.workbench;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.fenton.core.pathway.MappingReport;
import org.fenton.gateway.model.Coverage;
import org.fenton.gateway.workbench.Understanding.Fact;

/** How a table became genes, and genes activities, in words. */
final class MeasuredWords {
    private static final int NAMED = 5;

    private MeasuredWords() {}

    static void table(MappingReport report, List<Fact> facts) {
        facts.add(new Fact(
                "Genes mapped",
                Numbers.count(report.genes()) + " from " + Numbers.count(report.rows()) + " rows",
                report.rowsWithoutSymbol() + report.rowsWithMissingValue() == 0
                        ? ""
                        : report.rowsWithoutSymbol() + " rows name no gene, " + report.rowsWithMissingValue()
                                + " have no value; both left out"));
        if (!report.valueRule().isEmpty()) {
            facts.add(new Fact("Values", String.join("; ", report.valueRule())));
        }
        if (!report.renamed().isEmpty()) {
            facts.add(new Fact(
                    "Renamed",
                    report.renamed().size() + " to current symbols, as "
                            + report.renamed().entrySet().stream()
                                    .limit(NAMED)
                                    .map(entry -> entry.getKey() + " → "
                                            + entry.getValue().value())
                                    .collect(Collectors.joining(", "))));
        }
        if (!report.collapsed().isEmpty()) {
            facts.add(new Fact("Several rows a gene", report.collapsed().size() + " genes: " + report.collapseRule()));
        }
        leftOut("Not mapped", report.unmapped(), facts);
        leftOut("Ambiguous", report.ambiguous(), facts);
    }

    private static void leftOut(String name, Collection<String> names, List<Fact> facts) {
        if (!names.isEmpty()) {
            facts.add(new Fact(name, some(names), "left out"));
        }
    }

    private static String some(Collection<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
    }

    static void profile(Coverage used, List<Fact> facts) {
        facts.add(new Fact(
                "Coverage",
                Numbers.count(used.genesUsed()) + " of " + Numbers.count(used.genesGiven()) + " genes used, "
                        + Numbers.count(used.genesTargeted()) + " of them are targets of a network",
                used.genesWithoutReference() == 0
                        ? ""
                        : Numbers.count(used.genesWithoutReference())
                                + " genes have no reference to be standardised against; left out"));
        used.networks()
                .forEach(network -> facts.add(new Fact(
                        network.network().equals("progeny") ? "PROGENy pathways" : "CollecTRI factors",
                        network.sources() + " of " + network.sourcesTotal() + " inferred",
                        network.sources() * 2 < network.sourcesTotal()
                                ? "fewer than half: the others have too few measured targets"
                                : "")));
        if (used.genesUnrecognised() > 0) {
            facts.add(new Fact(
                    "Not recognised",
                    Numbers.count(used.genesUnrecognised()) + " genes, as "
                            + used.unrecognised().stream()
                                    .limit(NAMED)
                                    .map(each -> each.gene()
                                            + (each.close() == null
                                                            || each.close().isEmpty()
                                                    ? ""
                                                    : " (meant: " + String.join(", ", each.close()) + "?)"))
                                    .collect(Collectors.joining(", ")),
                    "not used"));
        }
    }
}
