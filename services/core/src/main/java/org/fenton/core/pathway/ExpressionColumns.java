package org.fenton.core.pathway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which column of an expression table is what, found by the names that public tables use.
 *
 * <p>Genes: a column named symbol, geneSymbol, gene, geneName, hgnc or hugo (case, dots, spaces and underscores do not
 * count), else the first column. Values: with fold-change columns (…logFC, …log2FC, …log2FoldChange) exactly these, each
 * with the p column of the same prefix; else, for a contrast, one pair of FPKM, TPM or CPM columns of which one is named
 * parental, control, untreated, vehicle or DMSO; else every column that is no annotation and no p value.
 *
 * @param gene index of the column of gene names
 * @param probe index of the column that names the probe, or that of the genes
 */
record ExpressionColumns(int gene, int probe, List<Value> values) {
    private static final List<String> GENE_NAMES =
            List.of("genesymbol", "symbol", "hgncsymbol", "hugosymbol", "gene", "genename", "genenames", "hgnc");
    private static final Set<String> ANNOTATIONS = Set.of(
            "geneid",
            "entrez",
            "entrezid",
            "entrezgeneid",
            "ensembl",
            "ensemblid",
            "refseqids",
            "refseq",
            "description",
            "chromosome",
            "chr",
            "start",
            "end",
            "strand",
            "biotype",
            "probe",
            "probeid",
            "foldchange",
            "transcript");
    private static final Pattern FOLD_CHANGE =
            Pattern.compile("(?i)(.*?)[ _.]?(logFC|log2FC|log2FoldChange|log2_fold_change)");
    private static final Pattern P_VALUE = Pattern.compile(
            "(?i)(.*?)[ _.]?(pvalue|p[._ ]value|p[._]?val|qvalue|q[._ ]value|adj[._]p[._]val|padj)|(?:(.*)[ _.])?(p|fdr)");
    private static final Pattern LEVEL = Pattern.compile("(?i)(.+)[ _.](FPKM|RPKM|TPM|CPM)");
    private static final Set<String> CONTROLS = Set.of("parental", "control", "untreated", "vehicle", "dmso");

    /** One condition: a column of values, with its p values where there are any. */
    record Value(String condition, int column, int baseline, int pValue) {
        /** Whether the value is a log ratio of two expression levels. */
        boolean isRatio() {
            return baseline >= 0;
        }
    }

    static ExpressionColumns find(DelimitedTable table, ReadOptions options) {
        List<String> header = table.header();
        int gene = options.geneColumn().isPresent()
                ? named(table, options.geneColumn().get())
                : geneColumn(header);
        int probe = gene == 0 ? gene : 0;
        List<Value> values = options.valueColumns().isEmpty()
                ? recognised(header, gene, options.scale())
                : options.valueColumns().stream()
                        .map(name -> value(header, named(table, name)))
                        .toList();
        if (values.isEmpty()) {
            throw new TableException(
                    table.file(),
                    "has no column of values beside its genes; its columns are " + header
                            + "; expected a gene column and one numeric column a condition");
        }
        for (Value value : values) {
            if (FOLD_CHANGE.matcher(header.get(value.column())).matches() && options.scale() != Scale.CONTRAST) {
                throw new TableException(
                        table.file() + " column " + header.get(value.column()),
                        "is a fold change, not " + options.scale().key() + " expression; the scale is contrast");
            }
        }
        distinct(table, values);
        return new ExpressionColumns(gene, probe, values);
    }

    private static void distinct(DelimitedTable table, List<Value> values) {
        for (int i = 0; i < values.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (values.get(i).condition().equals(values.get(j).condition())) {
                    throw new TableException(
                            table.file(),
                            "columns " + (values.get(j).column() + 1) + " and "
                                    + (values.get(i).column() + 1) + " are both named "
                                    + values.get(i).condition() + "; name each condition once");
                }
            }
        }
    }

    private static int named(DelimitedTable table, String name) {
        int column = table.header().indexOf(name);
        if (column < 0) {
            throw new TableException(
                    table.file(), "has no column " + name + "; its columns are " + String.join(", ", table.header()));
        }
        return column;
    }

    private static int geneColumn(List<String> header) {
        List<String> plain = header.stream().map(ExpressionColumns::plain).toList();
        return GENE_NAMES.stream()
                .map(plain::indexOf)
                .filter(column -> column >= 0)
                .findFirst()
                .orElse(0);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ ._]", "");
    }

    private static List<Value> recognised(List<String> header, int gene, Scale scale) {
        List<Value> changes = new ArrayList<>();
        List<Value> others = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            if (column == gene || column == 0 && header.get(0).isEmpty()) {
                continue;
            }
            if (FOLD_CHANGE.matcher(header.get(column)).matches()) {
                changes.add(value(header, column));
            } else if (!isAnnotation(header, column, gene)) {
                others.add(value(header, column));
            }
        }
        if (!changes.isEmpty()) {
            return changes;
        }
        Optional<Value> ratio = scale == Scale.CONTRAST ? ratio(header, others) : Optional.empty();
        return ratio.map(List::of).orElse(others);
    }

    private static boolean isAnnotation(List<String> header, int column, int gene) {
        String name = header.get(column);
        boolean probe = column == 0 && gene > 0;
        return probe
                || ANNOTATIONS.contains(plain(name))
                || name.toLowerCase(Locale.ROOT).endsWith("probeid")
                || P_VALUE.matcher(name).matches();
    }

    private static Value value(List<String> header, int column) {
        Matcher change = FOLD_CHANGE.matcher(header.get(column));
        if (!change.matches()) {
            return new Value(header.get(column), column, -1, -1);
        }
        String prefix = change.group(1);
        return new Value(prefix.isEmpty() ? header.get(column) : prefix, column, -1, pColumn(header, prefix));
    }

    /** The first p column with this prefix, an unadjusted one where there is one; -1 when there is none. */
    private static int pColumn(List<String> header, String prefix) {
        int adjusted = -1;
        for (int column = 0; column < header.size(); column++) {
            Matcher p = P_VALUE.matcher(header.get(column));
            if (p.matches() && prefixOf(p).equalsIgnoreCase(prefix)) {
                String name = p.group(2) == null ? p.group(4) : p.group(2);
                if (!plain(name).matches("q.*|.*adj.*|fdr")) {
                    return column;
                }
                adjusted = adjusted < 0 ? column : adjusted;
            }
        }
        return adjusted;
    }

    private static String prefixOf(Matcher p) {
        String prefix = p.group(2) == null ? p.group(3) : p.group(1);
        return prefix == null ? "" : prefix;
    }

    private static Optional<Value> ratio(List<String> header, List<Value> levels) {
        if (levels.size() != 2) {
            return Optional.empty();
        }
        Matcher first = LEVEL.matcher(levels.get(0).condition());
        Matcher second = LEVEL.matcher(levels.get(1).condition());
        if (!first.matches() || !second.matches() || !first.group(2).equalsIgnoreCase(second.group(2))) {
            return Optional.empty();
        }
        boolean firstIsControl = CONTROLS.contains(first.group(1).toLowerCase(Locale.ROOT));
        if (firstIsControl == CONTROLS.contains(second.group(1).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        Value control = levels.get(firstIsControl ? 0 : 1);
        Value treated = levels.get(firstIsControl ? 1 : 0);
        String name = (firstIsControl ? second : first).group(1) + "_vs_" + (firstIsControl ? first : second).group(1);
        return Optional.of(new Value(name, treated.column(), control.column(), pColumn(header, "")));
    }
}
