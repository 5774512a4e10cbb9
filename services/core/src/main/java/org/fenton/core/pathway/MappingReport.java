package org.fenton.core.pathway;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.fenton.core.id.GeneSymbol;

/**
 * What became of the rows of an expression table on their way to genes.
 *
 * @param rows rows below the header
 * @param genes genes of the matrix
 * @param rowsWithoutSymbol rows that name no gene
 * @param rowsWithMissingValue rows with an empty or NA value in a wanted condition; dropped whole
 * @param rowsWithSeveralGenes rows that name several genes ({@code A /// B})
 * @param unmapped names that are no symbol and that no mapping translates, such as Ensembl ids, with their rows dropped
 * @param ambiguous names that could be several genes, with their rows dropped
 * @param renamed current symbols by what was written
 * @param collapsed how many rows were measured, for each gene with more than one
 * @param collapseRule how several rows became one value, in words
 * @param valueRule how values came from the columns, in words
 */
public record MappingReport(
        int rows,
        int genes,
        int rowsWithoutSymbol,
        int rowsWithMissingValue,
        int rowsWithSeveralGenes,
        SortedSet<String> unmapped,
        SortedSet<String> ambiguous,
        SortedMap<String, GeneSymbol> renamed,
        SortedMap<GeneSymbol, Integer> collapsed,
        String collapseRule,
        List<String> valueRule) {}
