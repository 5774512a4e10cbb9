package org.fenton.learning.kernel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much each way of being alike counts.
 *
 * @param drug weight of each part, summing to 1: a drug is like itself to 1
 * @param line the same of lines
 * @param noise variance of a measurement's error in units of the variance of the measured values
 */
public record KernelSetting(Map<DrugPart, Double> drug, Map<LinePart, Double> line, double noise) {
    /** How much of what a line showed in one laboratory is expected in another. */
    static final double ACROSS_LABORATORIES = 0.3;

    public KernelSetting {
        drug = new EnumMap<>(drug);
        line = new EnumMap<>(line);
        if (!(noise > 0)) {
            throw new IllegalArgumentException("the noise of a kernel regression is above 0, not " + noise);
        }
    }

    /**
     * A setting by three numbers.
     *
     * @param ownDrug weight of a drug's identity; the rest is shared out over being a drug at all, class, structure, targets and shape
     * @param ownLine weight of a line's identity; the rest is shared out over being a line at all, profile and tissue
     */
    public static KernelSetting of(double ownDrug, double ownLine, double noise) {
        double drug = 1 - ownDrug;
        double line = 1 - ownLine;
        return new KernelSetting(
                Map.of(
                        DrugPart.CONSTANT, 0.35 * drug,
                        DrugPart.CLASSES, 0.20 * drug,
                        DrugPart.STRUCTURE, 0.20 * drug,
                        DrugPart.SHAPE, 0.15 * drug,
                        DrugPart.TARGETS, 0.10 * drug,
                        DrugPart.IDENTITY, ownDrug),
                Map.of(
                        LinePart.CONSTANT, 0.4 * line,
                        LinePart.PROFILE, 0.35 * line,
                        LinePart.TISSUE, 0.25 * line,
                        LinePart.IDENTITY, ownLine),
                noise);
    }

    /** Likeness of two drugs that are not the same. */
    public double ofDrugs(DrugTraits a, DrugTraits b) {
        double sum = 0;
        for (DrugPart part : DrugPart.values()) {
            sum += drug.getOrDefault(part, 0.0) * part.between(a, b);
        }
        return sum;
    }

    /** Likeness of two lines that are not the same, or of one in two laboratories. */
    public double ofLines(LineTraits a, LineTraits b) {
        double sum = 0;
        for (LinePart part : LinePart.values()) {
            sum += line.getOrDefault(part, 0.0) * part.between(a, b);
        }
        return a.laboratory().equals(b.laboratory()) ? sum : ACROSS_LABORATORIES * sum;
    }

    /** Matrix of likeness of all drugs, 1 on its diagonal. */
    public double[][] drugs(List<DrugTraits> drugs) {
        double[][] matrix = new double[drugs.size()][drugs.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = 1;
            for (int j = 0; j < i; j++) {
                matrix[i][j] = matrix[j][i] = ofDrugs(drugs.get(i), drugs.get(j));
            }
        }
        return matrix;
    }

    /** Matrix of likeness of all lines, 1 on its diagonal. */
    public double[][] lines(List<LineTraits> lines) {
        double[][] matrix = new double[lines.size()][lines.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = 1;
            for (int j = 0; j < i; j++) {
                matrix[i][j] = matrix[j][i] = ofLines(lines.get(i), lines.get(j));
            }
        }
        return matrix;
    }
}
