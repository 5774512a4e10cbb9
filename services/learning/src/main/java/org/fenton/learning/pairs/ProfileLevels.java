package org.fenton.learning.pairs;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fenton.core.pathway.ExpressionMatrix;
import org.fenton.core.pathway.ExpressionReader;
import org.fenton.core.pathway.ReadOptions;
import org.fenton.core.pathway.Scale;
import org.fenton.core.pathway.ScaleCheck;
import org.fenton.core.pathway.Ulm;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.files.TextFiles;
import org.fenton.learning.kernel.LineTraits;
import org.fenton.learning.reference.FeatureAgreement;
import org.fenton.learning.reference.PathwayNetworks;

/**
 * Levels of lines that the user gives expression profiles of: pathway activities inferred as a case's are, in standard deviations over the bundle's reference panel.
 *
 * <p>Trained lines carry the CCLE table's activities. Only pathways on which that table and the panel agree in their shared lines (correlation of at least {@value #AGREES}, as the
 * bundle states it) are handed over; every other level, and the tissue, is missing.
 */
public final class ProfileLevels {
    private static final double AGREES = 0.5;
    private static final String LEVEL = "PROGENy_";

    private final ModelBundle bundle;
    private final List<String> levels;
    private final Set<String> agreeing;

    /** @param levels names of the levels of a line's profile in order */
    public ProfileLevels(ModelBundle bundle, List<String> levels) {
        this.bundle = bundle;
        this.levels = levels;
        this.agreeing = bundle.document().featureAgreement().stream()
                .filter(a -> a.correlation() >= AGREES)
                .map(FeatureAgreement::pathway)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A line for each sample of a genes × samples table.
     *
     * @throws IllegalArgumentException when the table cannot be read, is not on the scale, or shares too few genes with the footprints
     */
    public List<ProfiledLine> read(Path file, Scale scale) throws IOException {
        if (scale == Scale.CONTRAST) {
            throw new IllegalArgumentException(
                    "--scale contrast: a difference of two states is no state of a line; give log2 or zscore");
        }
        ExpressionMatrix matrix;
        try (BufferedReader text = TextFiles.open(file)) {
            matrix = ExpressionReader.read(file.toString(), text, ReadOptions.of(scale))
                    .matrix();
        }
        ScaleCheck.check(matrix);
        List<ProfiledLine> lines = new ArrayList<>();
        for (int sample = 0; sample < matrix.conditions().size(); sample++) {
            lines.add(line(matrix, sample));
        }
        return lines;
    }

    private ProfiledLine line(ExpressionMatrix matrix, int sample) {
        double[] profile = new double[levels.size()];
        Arrays.fill(profile, Double.NaN);
        int known = 0;
        for (PathwayNetworks.Inferred inferred : PathwayNetworks.infer(
                List.of(bundle.networks().progeny()),
                new Ulm(),
                bundle.genes().standardise(matrix.profile(sample)),
                bundle.document().activities().minSize())) {
            String pathway = inferred.activity().source();
            int level = levels.indexOf(LEVEL + pathway);
            if (level >= 0 && agreeing.contains(pathway)) {
                profile[level] = bundle.activities()
                        .standardise(
                                inferred.network(), pathway, inferred.activity().score())
                        .orElse(Double.NaN);
                known += Double.isNaN(profile[level]) ? 0 : 1;
            }
        }
        return new ProfiledLine(
                matrix.conditions().get(sample),
                new LineTraits(Optional.empty(), profile),
                known + " of " + levels.size() + " levels of "
                        + matrix.conditions().get(sample) + " inferred from its profile");
    }
}
