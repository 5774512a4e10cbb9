package org.fenton.core.pathway;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fenton.core.id.GeneSymbol;

/**
 * Reads expression tables as people have them: genes or probes in rows, conditions or contrasts in columns, tab- or
 * comma-separated.
 *
 * <p>Columns are found by {@link ExpressionColumns}, names become symbols by {@link GeneNames}, several rows of one gene
 * become one value by {@link Measurement#collapse}. A log ratio of two levels is log₂((treated + 1) / (control + 1)): the
 * one added keeps an unexpressed gene's noise from becoming the largest change. A row with a missing value is dropped
 * whole, so that a matrix has no holes. Genes are sorted by symbol; the order of rows never matters. All of it is counted
 * in the {@link MappingReport}.
 */
public final class ExpressionReader {
    private final DelimitedTable table;
    private final ExpressionColumns columns;
    private final GeneNames names;
    private final ReadOptions options;
    private final SortedMap<GeneSymbol, List<Measurement>> measured = new TreeMap<>();
    private final SortedSet<String> unmapped = new TreeSet<>();
    private final SortedSet<String> ambiguous = new TreeSet<>();
    private final SortedMap<String, GeneSymbol> renamed = new TreeMap<>();
    private int rows;
    private int withoutSymbol;
    private int withMissingValue;
    private int withSeveralGenes;

    private ExpressionReader(String file, Reader source, ReadOptions options) throws IOException {
        this.table = new DelimitedTable(file, source);
        this.columns = ExpressionColumns.find(table, options);
        this.names = new GeneNames(options.symbols(), options.ensemblSymbols());
        this.options = options;
    }

    /**
     * @param file what messages call the table
     * @param source decompressed; closed by the caller
     * @throws TableException when the table is empty, a value is no finite number, no row names a gene, or a condition is
     *     constant; the message names line and column
     */
    public static ReadExpression read(String file, Reader source, ReadOptions options) throws IOException {
        ExpressionReader reader = new ExpressionReader(file, source, options);
        for (DelimitedTable.Row row = reader.table.next(); row != null; row = reader.table.next()) {
            reader.add(row);
        }
        return new ReadExpression(reader.matrix(), reader.report());
    }

    private void add(DelimitedTable.Row row) {
        rows++;
        double[] values = new double[columns.values().size()];
        double[] pValues = new double[values.length];
        boolean complete = true;
        for (int c = 0; c < values.length; c++) {
            ExpressionColumns.Value column = columns.values().get(c);
            values[c] = value(row, column);
            pValues[c] = column.pValue() < 0 ? Double.NaN : optionalNumber(row, column.pValue());
            complete &= !Double.isNaN(values[c]);
        }
        String name = row.cells().get(columns.gene());
        GeneNames.Reading reading = names.read(name);
        if (reading instanceof GeneNames.Nothing) {
            withoutSymbol++;
        } else if (reading instanceof GeneNames.Unmapped id) {
            unmapped.add(id.id());
        } else if (reading instanceof GeneNames.Ambiguous several) {
            ambiguous.add(several.name() + " (" + String.join(" or ", several.candidates()) + ")");
        } else if (!complete) {
            withMissingValue++;
        } else if (reading instanceof GeneNames.Symbols symbols) {
            keep(
                    symbols,
                    name,
                    new Measurement(
                            row.cells().get(columns.probe()), symbols.genes().size() > 1, values, pValues));
        }
    }

    private void keep(GeneNames.Symbols symbols, String name, Measurement measurement) {
        if (measurement.shared()) {
            withSeveralGenes++;
        } else if (symbols.renamed()) {
            renamed.put(name, symbols.genes().get(0));
        }
        for (GeneSymbol gene : symbols.genes()) {
            measured.computeIfAbsent(gene, first -> new ArrayList<>(1)).add(measurement);
        }
    }

    private double value(DelimitedTable.Row row, ExpressionColumns.Value column) {
        double value = optionalNumber(row, column.column());
        if (!column.isRatio()) {
            return value;
        }
        double baseline = optionalNumber(row, column.baseline());
        if (value < 0 || baseline < 0) {
            throw new TableException(
                    table.place(row, value < 0 ? column.column() : column.baseline()),
                    "an expression level is not below 0");
        }
        return (Math.log1p(value) - Math.log1p(baseline)) / Math.log(2);
    }

    private double optionalNumber(DelimitedTable.Row row, int column) {
        return Missing.is(row.cells().get(column)) ? Double.NaN : table.number(row, column);
    }

    private ExpressionMatrix matrix() {
        if (measured.isEmpty()) {
            throw new TableException(
                    table.file(),
                    "none of its " + rows + " rows gives a gene symbol with a value"
                            + (unmapped.isEmpty()
                                    ? ""
                                    : "; names such as " + unmapped.first() + " need a mapping to HGNC symbols")
                            + "; the column of genes was taken to be "
                            + (columns.gene() + 1) + " (" + table.header().get(columns.gene()) + ")");
        }
        double[][] byCondition = new double[columns.values().size()][measured.size()];
        int gene = 0;
        for (List<Measurement> probes : measured.values()) {
            double[] values = Measurement.collapse(probes);
            for (int c = 0; c < byCondition.length; c++) {
                byCondition[c][gene] = values[c];
            }
            gene++;
        }
        List<String> conditions = columns.values().stream()
                .map(ExpressionColumns.Value::condition)
                .toList();
        ExpressionMatrix matrix =
                new ExpressionMatrix(options.scale(), List.copyOf(measured.keySet()), conditions, byCondition);
        matrix.firstConstantCondition().ifPresent(constant -> {
            throw new TableException(
                    table.file() + " column " + conditions.get(constant),
                    "has the same value for all " + measured.size() + " genes; values must differ between genes");
        });
        return matrix;
    }

    private MappingReport report() {
        SortedMap<GeneSymbol, Integer> collapsed = measured.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .collect(Collectors.toMap(
                        java.util.Map.Entry::getKey, entry -> entry.getValue().size(), (a, b) -> a, TreeMap::new));
        boolean byP = columns.values().stream().allMatch(column -> column.pValue() >= 0);
        return new MappingReport(
                rows,
                measured.size(),
                withoutSymbol,
                withMissingValue,
                withSeveralGenes,
                unmapped,
                ambiguous,
                renamed,
                collapsed,
                byP
                        ? "row of smallest p, then largest absolute value, then first name; rows naming several genes"
                                + " only where no other"
                        : "mean of the rows; rows naming several genes only where no other",
                columns.values().stream().map(this::valueRule).toList());
    }

    private String valueRule(ExpressionColumns.Value column) {
        List<String> header = table.header();
        return column.condition() + " = "
                + (column.isRatio()
                        ? "log2((" + header.get(column.column()) + " + 1) / (" + header.get(column.baseline())
                                + " + 1))"
                        : header.get(column.column()))
                + (column.pValue() < 0 ? "" : ", p = " + header.get(column.pValue()));
    }
}
