package org.fenton.core.pathway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenton.core.id.GeneSymbol;

/**
 * How to read an expression table.
 *
 * @param scale what the values are; a table cannot say it
 * @param symbols what to do with names that are no current symbols
 * @param geneColumn the column of gene names; empty lets the reader find it by its name
 * @param valueColumns the columns of values in the wanted order; empty takes all the reader recognises
 * @param ensemblSymbols symbols by Ensembl gene id without version; ids without an entry are reported as unmapped
 */
public record ReadOptions(
        Scale scale,
        SymbolPolicy symbols,
        Optional<String> geneColumn,
        List<String> valueColumns,
        Map<String, GeneSymbol> ensemblSymbols) {
    public ReadOptions {
        valueColumns = List.copyOf(valueColumns);
        ensemblSymbols = Map.copyOf(ensemblSymbols);
    }

    /** Current symbols, columns found by their names, no Ensembl mapping. */
    public static ReadOptions of(Scale scale) {
        return new ReadOptions(scale, SymbolPolicy.CURRENT, Optional.empty(), List.of(), Map.of());
    }

    public ReadOptions withSymbols(SymbolPolicy policy) {
        return new ReadOptions(scale, policy, geneColumn, valueColumns, ensemblSymbols);
    }

    public ReadOptions withGeneColumn(String column) {
        return new ReadOptions(scale, symbols, Optional.of(column), valueColumns, ensemblSymbols);
    }

    public ReadOptions withValueColumns(List<String> columns) {
        return new ReadOptions(scale, symbols, geneColumn, columns, ensemblSymbols);
    }

    public ReadOptions withEnsemblSymbols(Map<String, GeneSymbol> mapping) {
        return new ReadOptions(scale, symbols, geneColumn, valueColumns, mapping);
    }
}
