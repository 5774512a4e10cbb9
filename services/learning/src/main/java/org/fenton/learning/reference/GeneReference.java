package org.fenton.learning.reference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.pathway.Scale;

/**
 * Mean and standard deviation of each gene over the reference panel (log2 FPKM).
 *
 * <p>Standardising a log2 profile assumes that its log2 values and the panel's are alike; another platform shifts genes
 * against each other, which the model card names as a limit.
 */
public final class GeneReference {
    private static final String HEADER = "gene\tmean\tsd\tn";

    /** Sorted by symbol, and found by hash: a profile asks for thousands. */
    private final Map<GeneSymbol, Moments> genes;

    GeneReference(Map<GeneSymbol, Moments> genes) {
        this.genes = new LinkedHashMap<>(new TreeMap<>(genes));
    }

    public int size() {
        return genes.size();
    }

    /**
     * The profile as the model needs it: a log2 profile becomes standard deviations above the panel's mean, gene by
     * gene, without the genes that the panel does not hold or that do not vary there; other scales pass unchanged.
     *
     * @throws IllegalArgumentException when no gene of a log2 profile is in the panel
     */
    public ExpressionProfile standardise(ExpressionProfile profile) {
        if (profile.scale() != Scale.LOG2) {
            return profile;
        }
        Map<GeneSymbol, Double> values = new LinkedHashMap<>(2 * profile.genes().size());
        for (int g = 0; g < profile.genes().size(); g++) {
            GeneSymbol gene = profile.genes().get(g);
            Moments moments = genes.get(gene);
            if (moments != null && moments.sd() > 0) {
                values.put(gene, moments.standardised(profile.matrix().value(g, 0)));
            }
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("none of the " + profile.genes().size()
                    + " genes is in the reference panel; are these human HGNC symbols such as STAT3?");
        }
        return ExpressionProfile.of(profile.condition(), Scale.ZSCORE, values);
    }

    /** Whether the panel measured a gene. */
    public boolean holds(GeneSymbol gene) {
        return genes.containsKey(gene);
    }

    public String toTsv() {
        StringBuilder tsv = new StringBuilder(HEADER).append('\n');
        genes.forEach((gene, moments) ->
                tsv.append(gene).append('\t').append(moments.cells()).append('\n'));
        return tsv.toString();
    }

    public static GeneReference fromTsv(String tsv) {
        Map<GeneSymbol, Moments> genes = new HashMap<>();
        tsv.lines().skip(1).forEach(line -> {
            String[] cells = line.split("\t");
            genes.put(new GeneSymbol(cells[0]), Moments.parse(cells[1], cells[2], cells[3]));
        });
        return new GeneReference(genes);
    }
}
