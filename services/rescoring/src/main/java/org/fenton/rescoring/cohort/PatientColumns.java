package org.fenton.rescoring.cohort;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Columns of a sample sheet that hold one laboratory value or one genotype each: {@code lab:platelets:10*9/L}, with the unit
 * of the values, and {@code genotype:G6PD}. Names and units are the case reader's to judge; an empty cell is not given.
 */
final class PatientColumns {
    static final String FORMS = "lab:NAME:UNIT, genotype:GENE";
    private static final String LAB = "lab:";
    private static final String GENOTYPE = "genotype:";

    private PatientColumns() {}

    static boolean isOne(String column) {
        return column.startsWith(LAB) || column.startsWith(GENOTYPE);
    }

    /** A laboratory value without its unit is refused before anything is read. */
    static void check(Path file, String column) throws CohortException {
        String[] words = column.split(":", -1);
        boolean whole = column.startsWith(LAB)
                ? words.length == 3 && !words[1].isBlank() && !words[2].isBlank()
                : words.length == 2 && !words[1].isBlank();
        if (!whole) {
            throw new CohortException(file + ":1: column '" + column + "' does not say what it holds; write " + FORMS
                    + ", for example lab:platelets:10*9/L");
        }
    }

    static void put(ObjectNode document, Map<String, String> row) {
        new TreeMap<>(row).forEach((column, cell) -> {
            if (isOne(column) && isGiven(cell)) {
                String[] words = column.split(":", -1);
                if (column.startsWith(LAB)) {
                    ObjectNode lab = document.withArray("/labs").addObject().put("name", words[1]);
                    SampleSheet.putNumber(lab, "value", cell);
                    lab.put("unit", words[2]);
                } else {
                    document.withArray("/genotypes")
                            .addObject()
                            .put("gene", words[1])
                            .put("phenotype", cell);
                }
            }
        });
    }

    private static boolean isGiven(String cell) {
        return !cell.isEmpty() && !cell.equalsIgnoreCase("NA") && !cell.equalsIgnoreCase("NaN");
    }
}
