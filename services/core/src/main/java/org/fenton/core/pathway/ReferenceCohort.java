package org.fenton.core.pathway;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenton.core.id.GeneSymbol;

/**
 * Mean and standard deviation of each gene's log2 expression over a reference cohort: what makes one tumour's level high
 * or low.
 *
 * <p>Formula: z = (x − mean) / sd, gene by gene.
 *
 * <p>Input: a matrix on the scale {@link Scale#LOG2}. Output: a matrix on {@link Scale#ZSCORE} of the genes that the
 * cohort knows with sd &gt; 0, in the matrix's order; the others are counted, not guessed.
 */
public final class ReferenceCohort {
    private final String name;
    private final Map<GeneSymbol, Level> levels;

    private record Level(double mean, double sd) {}

    /** @param withoutReference genes left out because the cohort does not know them or they do not vary there */
    public record Standardised(ExpressionMatrix matrix, List<GeneSymbol> withoutReference) {
        public Standardised {
            withoutReference = List.copyOf(withoutReference);
        }
    }

    private ReferenceCohort(String name, Map<GeneSymbol, Level> levels) {
        this.name = name;
        this.levels = levels;
    }

    /**
     * Reads a table with the columns {@code gene}, {@code mean} and {@code sd}; others are ignored.
     *
     * @throws TableException on a missing column, a cell that is no number, a negative sd, or a gene given twice
     */
    public static ReferenceCohort read(String name, Reader source) throws IOException {
        DelimitedTable table = new DelimitedTable(name, source);
        int gene = column(table, "gene");
        int mean = column(table, "mean");
        int sd = column(table, "sd");
        Map<GeneSymbol, Level> levels = new HashMap<>();
        for (DelimitedTable.Row row = table.next(); row != null; row = table.next()) {
            double spread = table.number(row, sd);
            if (spread < 0) {
                throw new TableException(table.place(row, sd), "a standard deviation is not below 0");
            }
            GeneSymbol symbol = new GeneSymbol(row.cells().get(gene));
            if (levels.put(symbol, new Level(table.number(row, mean), spread)) != null) {
                throw new TableException(table.place(row, gene), "gene " + symbol + " is given twice");
            }
        }
        return new ReferenceCohort(name, levels);
    }

    private static int column(DelimitedTable table, String name) {
        int column = table.header().indexOf(name);
        if (column < 0) {
            throw new TableException(table.file(), "has no column " + name + "; a reference has gene, mean and sd");
        }
        return column;
    }

    /** @throws IllegalArgumentException when the matrix is not log2, or none of its genes is in the cohort */
    public Standardised standardise(ExpressionMatrix matrix) {
        if (matrix.scale() != Scale.LOG2) {
            throw new IllegalArgumentException("only log2 expression is standardised against a reference, not a "
                    + matrix.scale().key() + " profile");
        }
        List<Integer> kept = new ArrayList<>();
        List<GeneSymbol> without = new ArrayList<>();
        for (int g = 0; g < matrix.genes().size(); g++) {
            Level level = levels.get(matrix.genes().get(g));
            if (level != null && level.sd() > 0) {
                kept.add(g);
            } else {
                without.add(matrix.genes().get(g));
            }
        }
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("none of the " + matrix.genes().size() + " genes is in the reference "
                    + name + "; use HGNC symbols, or --raw to take the values as they are");
        }
        double[][] z = new double[matrix.conditions().size()][kept.size()];
        for (int c = 0; c < z.length; c++) {
            for (int i = 0; i < kept.size(); i++) {
                Level level = levels.get(matrix.genes().get(kept.get(i)));
                z[c][i] = (matrix.value(kept.get(i), c) - level.mean()) / level.sd();
            }
        }
        List<GeneSymbol> genes = kept.stream().map(matrix.genes()::get).toList();
        return new Standardised(new ExpressionMatrix(Scale.ZSCORE, genes, matrix.conditions(), z), without);
    }
}
