package org.fenton.core.pathway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fenton.core.id.GeneSymbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionReaderTest {
    private static final ReadOptions CONTRAST = ReadOptions.of(Scale.CONTRAST);
    private static final ReadOptions LOG2 = ReadOptions.of(Scale.LOG2);

    @Test
    void aProbeTableCollapsesByTheStatedRule() {
        ReadExpression read = Cases.read("""
                HG_U133A_2_ID\tgeneSymbol\tgeneID\tX_logFC\tX_pValue
                p1\tSTAT3\t1\t1.0\t0.5
                p2\tSTAT3\t1\t-2.0\t0.01
                p9\tMYC\t2\t3.0\t0.2
                p4\tMYC\t2\t-3.0\t0.2
                p3\tMYC\t2\t2.9\t0.2
                p5\tJAK1 /// STAT3\t3\t9.0\t1e-9
                p6\t\t4\t7.0\t0.1
                p7\tNA\t4\t7.0\t0.1
                """, CONTRAST);
        assertEquals(List.of("X"), read.matrix().conditions());
        assertEquals(Map.of("STAT3", -2.0, "MYC", -3.0, "JAK1", 9.0), values(read));
        MappingReport report = read.mapping();
        assertEquals(8, report.rows());
        assertEquals(2, report.rowsWithoutSymbol());
        assertEquals(1, report.rowsWithSeveralGenes());
        assertEquals(Map.of(new GeneSymbol("STAT3"), 3, new GeneSymbol("MYC"), 3), report.collapsed());
        assertEquals(List.of("X = X_logFC, p = X_pValue"), report.valueRule());
    }

    @Test
    void severalContrastsEachTakeTheirOwnProbe() {
        ReadExpression read = Cases.read("""
                HumanHT12v3probeID\tgeneID\tgeneSymbol\tA_logFC\tA_pValue\tB.2_logFC\tB.2_pValue
                p1\t1\tSTAT3\t1\t0.1\t5\t0.2
                p2\t1\tSTAT3\t2\t0.2\t6\t0.1
                p3\t2\tMYC\t0\t1\t0\t1
                """, CONTRAST);
        assertEquals(List.of("A", "B.2"), read.matrix().conditions());
        int stat3 = read.matrix().indexOf(new GeneSymbol("STAT3")).orElseThrow();
        assertEquals(1, read.matrix().value(stat3, 0));
        assertEquals(6, read.matrix().value(stat3, 1));
    }

    @Test
    void tablesOfLimmaAndDeseqAreKnown() {
        ReadExpression limma = Cases.read(
                "\"\",\"logFC\",\"AveExpr\",\"t\",\"P.Value\",\"adj.P.Val\"\n\"A\",1,7,3,0.01,0.02\n\"B\",-1,8,-2,0.1,0.1\n",
                CONTRAST);
        assertEquals(List.of("logFC = logFC, p = P.Value"), limma.mapping().valueRule());
        assertEquals(Map.of("A", 1.0, "B", -1.0), values(limma));
        ReadExpression deseq = Cases.read(
                "gene\tbaseMean\tlog2FoldChange\tstat\tpvalue\tpadj\nA\t9\t2\t3\tNA\tNA\nB\t0\tNA\tNA\tNA\tNA\nC\t9\t-2\t-3\t0.1\t0.2\n",
                CONTRAST);
        assertEquals(Map.of("A", 2.0, "C", -2.0), values(deseq));
        assertEquals(1, deseq.mapping().rowsWithMissingValue());
        ReadExpression t =
                Cases.read("gene,logFC,t,P.Value\nA,1,3,0.01\nB,-1,-2,0.1\n", CONTRAST.withValueColumns(List.of("t")));
        assertEquals(Map.of("A", 3.0, "B", -2.0), values(t));
    }

    @Test
    void aSampleWhoseNameEndsInPIsNoPValue() {
        ReadExpression read = Cases.read("gene\tCAP\tFDR_1\nA\t1\t2\nB\t3\t4\n", LOG2);
        assertEquals(List.of("CAP", "FDR_1"), read.matrix().conditions());
    }

    @Test
    void levelsWithoutReplicatesBecomeALogRatio() {
        ReadExpression read = Cases.read("""
                Gene\tRefSeq_IDs\tParental_FPKM\tPersister_FPKM\tq_value\tfoldchange
                GPX4\tNM_1\t3\t15\t0.01\t4
                MYC\tNM_2\t0\t0\t1\t1
                """, CONTRAST);
        assertEquals(List.of("Persister_vs_Parental"), read.matrix().conditions());
        assertEquals(2, values(read).get("GPX4"), 1e-15);
        assertEquals(0, values(read).get("MYC"));
        assertTrue(read.mapping().valueRule().get(0).contains("log2((Persister_FPKM + 1) / (Parental_FPKM + 1))"));
    }

    @Test
    void aMatrixAveragesRepeatedGenesInAnyOrderOfRows() {
        String rows = "A,1,4\nB,2,5\nA,0.1,0.2\nA,0.7,0.3\n";
        String turned = "A,0.7,0.3\nA,0.1,0.2\nB,2,5\nA,1,4\n";
        ReadExpression one = Cases.read("gene,S1,S2\n" + rows, LOG2);
        ReadExpression two = Cases.read("gene,S1,S2\n" + turned, LOG2);
        assertEquals(0.6, one.matrix().value(0, 0), 1e-15);
        for (int c = 0; c < 2; c++) {
            assertEquals(one.matrix().value(0, c), two.matrix().value(0, c));
        }
    }

    @Test
    void aRowWithAMissingValueIsDroppedWholeAndCounted() {
        ReadExpression read = Cases.read("gene\tS1\tS2\nA\t1\tNA\nB\t\t2\nC\t3\t4\nD\t5\t6\n", LOG2);
        assertEquals(
                List.of(new GeneSymbol("C"), new GeneSymbol("D")), read.matrix().genes());
        assertEquals(2, read.mapping().rowsWithMissingValue());
    }

    @ParameterizedTest
    @CsvSource({
        "2-Sep, SEPTIN2",
        "Sep-02, SEPTIN2",
        "2016-09-02 00:00:00, SEPTIN2",
        "15-Sep, SELENOF",
        "3-Mar, MARCHF3",
        "1-Dec, DELEC1",
        "2016-12-01, DELEC1",
        "MARC1, MTARC1",
        "SEPT7, SEPTIN7",
        "CTGF, CCN2",
        "ENSG00000168610.14, STAT3",
        "STAT3, STAT3",
        "C1orf112, C1orf112"
    })
    void namesBecomeCurrentSymbols(String written, String symbol) {
        ReadOptions options = LOG2.withEnsemblSymbols(Map.of("ENSG00000168610", new GeneSymbol("STAT3")));
        ReadExpression read = Cases.read("gene,S\n" + written + ",1\nZZZ3,2\n", options);
        assertEquals(Set.of(symbol, "ZZZ3"), values(read).keySet());
        assertEquals(!written.equals(symbol), read.mapping().renamed().containsKey(written));
    }

    @Test
    void ambiguousAndUnmappedNamesAreDroppedAndNamed() {
        ReadExpression read = Cases.read("gene,S\n1-Mar,1\nENSG00000141510,2\nSeptin 3,3\n31-Sep,4\nA,5\nB,6\n", LOG2);
        assertEquals(Set.of("A", "B"), values(read).keySet());
        assertEquals(Set.of("1-Mar (MARCHF1 or MTARC1)"), read.mapping().ambiguous());
        assertEquals(
                Set.of("ENSG00000141510", "Septin 3", "31-Sep"), read.mapping().unmapped());
    }

    @Test
    void asWrittenLeavesNamesAlone() {
        ReadExpression read = Cases.read("gene,S\nCTGF,1\n2-Sep,2\n", LOG2.withSymbols(SymbolPolicy.AS_WRITTEN));
        assertEquals(Set.of("CTGF", "2-Sep"), values(read).keySet());
    }

    @Test
    void readsByteOrderMarkWindowsLinesQuotesAndSemicolons() {
        ReadExpression read = Cases.read("\uFEFF\"gene\";\"S;1\"\r\n\"A\";\"1.5\"\r\n\r\n\"B\";2\r\n", LOG2);
        assertEquals(List.of("S;1"), read.matrix().conditions());
        assertEquals(Map.of("A", 1.5, "B", 2.0), values(read));
    }

    @Test
    void namedColumnsWin() {
        ReadExpression read = Cases.read(
                "id,label,x,y\n1,A,1,10\n2,B,2,20\n",
                LOG2.withGeneColumn("label").withValueColumns(List.of("y")));
        assertEquals(Map.of("A", 10.0, "B", 20.0), values(read));
    }

    static Stream<Arguments> badTables() {
        return Stream.of(
                Arguments.of("", LOG2, "profile.tsv: is empty"),
                Arguments.of("gene\tS\n", LOG2, "has a header line only"),
                Arguments.of(
                        "gene\tS\nA\t1\nB\tlots\n", LOG2, "profile.tsv line 3, column 2 (S): 'lots' is not a number"),
                Arguments.of("gene\tS\nA\t1\nB\t-Inf\n", LOG2, "line 3, column 2 (S): '-Inf' is not finite"),
                Arguments.of("gene\tS\nA\tNaN\nB\t1\n", LOG2, "line 2, column 2 (S): 'NaN' is not finite"),
                Arguments.of("gene\tS\nA\t1\nB\t1\n", LOG2, "column S: has the same value for all 2 genes"),
                Arguments.of("gene\tS\tS\nA\t1\t2\n", LOG2, "columns 2 and 3 are both named S"),
                Arguments.of("gene\tS\nA\t1\t2\t3\n", LOG2, "line 2: 4 cells where the header names 2"),
                Arguments.of("gene\n1\n", LOG2, "has no column of values"),
                Arguments.of("gene\tS\nENSG00000141510\t1\n", LOG2, "ENSG00000141510 need a mapping"),
                Arguments.of("gene\tX_logFC\nA\t1\n", LOG2, "X_logFC: is a fold change, not log2"),
                Arguments.of(
                        "gene\tS\nA\t1\n", LOG2.withValueColumns(List.of("T")), "has no column T; its columns are"),
                Arguments.of("gene\tS\nA\t1\n", LOG2.withGeneColumn("symbol"), "has no column symbol"),
                Arguments.of(
                        "Gene\tParental_FPKM\tX_FPKM\nA\t1\t-2\n", CONTRAST, "column 3 (X_FPKM): an expression level"));
    }

    @ParameterizedTest
    @MethodSource("badTables")
    void aBadTableIsRefusedWithItsPlace(String table, ReadOptions options, String part) {
        String message = assertThrows(TableException.class, () -> Cases.read(table, options))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    private static Map<String, Double> values(ReadExpression read) {
        Map<String, Double> values = new java.util.TreeMap<>();
        for (int g = 0; g < read.matrix().genes().size(); g++) {
            values.put(read.matrix().genes().get(g).value(), read.matrix().value(g, 0));
        }
        return values;
    }
}
