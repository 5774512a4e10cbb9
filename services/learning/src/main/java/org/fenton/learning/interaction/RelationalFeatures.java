package org.fenton.learning.interaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fenton.learning.data.Screen;
import org.fenton.learning.data.SingleAgentCurves;
import org.fenton.learning.features.FeatureDefinition;
import org.fenton.learning.features.FeatureKind;
import org.fenton.learning.features.FeatureSchema;
import org.fenton.learning.features.MissingPolicy;
import org.fenton.learning.features.TargetFamilies;
import org.fenton.learning.kernel.DrugTraits;
import org.fenton.learning.kernel.LineTraits;
import org.fenton.learning.structure.Structure;
import org.jspecify.annotations.Nullable;

/**
 * The named features of a row, the same for (a, b) and (b, a).
 *
 * <p>The drug with the lower kernel level is the first. All that rests on outcomes comes from an
 * {@link Evidence} that the row itself is no part of. A drug's response alone is shown only when the evidence saw the drug and the line: a new drug or a new
 * tumour has none.
 */
final class RelationalFeatures {
    private static final List<String> SHAPE = List.of(
            "molecular-weight", "xlogp", "polar-surface", "h-bond-donors", "aromatic-atoms", "sp3-carbon-fraction");

    private final TargetFamilies families;
    private final List<String> tissues;
    private final List<String> profileNames;
    private final Responses responses;
    private final MechanismEffects mechanism;
    private final FeatureSchema schema;

    RelationalFeatures(
            TargetFamilies families,
            List<String> tissues,
            List<String> profileNames,
            Responses responses,
            MechanismEffects mechanism) {
        this.families = families;
        this.tissues = List.copyOf(tissues);
        this.profileNames = List.copyOf(profileNames);
        this.responses = responses;
        this.mechanism = mechanism;
        this.schema = new FeatureSchema(definitions());
    }

    static RelationalFeatures of(Screen screen, ScreenTraits traits, TargetFamilies families) {
        return new RelationalFeatures(
                families,
                traits.lines().stream()
                        .flatMap(l -> l.tissue().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                traits.profileNames(),
                Responses.of(screen, traits.curves()),
                traits.mechanism());
    }

    TargetFamilies families() {
        return families;
    }

    Responses responses() {
        return responses;
    }

    MechanismEffects mechanism() {
        return mechanism;
    }

    List<String> tissues() {
        return tissues;
    }

    List<String> profileNames() {
        return profileNames;
    }

    FeatureSchema schema() {
        return schema;
    }

    private List<FeatureDefinition> definitions() {
        List<FeatureDefinition> all = new ArrayList<>();
        String sd = "sd of the training outcome";
        add(
                all,
                FeatureKind.KERNEL,
                sd,
                "kernel:expected",
                "kernel:any-line",
                "kernel:first-level",
                "kernel:second-level");
        add(all, FeatureKind.RATE, sd, "rate:pair", "rate:line", "rate:tissue", "rate:first-drug", "rate:second-drug");
        add(all, FeatureKind.RATE, sd, "rate:first-in-line", "rate:second-in-line");
        add(all, FeatureKind.RATE, sd, "rate:first-in-tissue", "rate:second-in-tissue");
        for (String drug : List.of("first", "second")) {
            SHAPE.forEach(s -> add(all, FeatureKind.STRUCTURE, "CDK " + s, "structure:" + drug + "-" + s));
        }
        add(all, FeatureKind.STRUCTURE, "0 to 1", "structure:tanimoto");
        add(all, FeatureKind.TARGET, "0 to 1", "target:shared-genes", "class:shared");
        families.names().forEach(f -> add(all, FeatureKind.TARGET, "drugs that hit it", "target:" + f));
        for (String whose : List.of("first", "second", "pair")) {
            add(
                    all,
                    FeatureKind.MECHANISM,
                    "path strength, 0 to 1",
                    "mechanism:" + whose + "-promotes-ferroptosis",
                    "mechanism:" + whose + "-inhibits-ferroptosis");
        }
        for (String drug : List.of("first", "second")) {
            for (int step = 1; step <= SingleAgentCurves.STEPS; step++) {
                add(all, FeatureKind.RESPONSE, "% inhibition", "response:" + drug + "-dose-" + step);
            }
            add(all, FeatureKind.RESPONSE, "% inhibition", "response:" + drug + "-mean");
        }
        profileNames.forEach(n -> add(all, FeatureKind.PROFILE, "sd over CCLE lines", "profile:" + n));
        tissues.forEach(t -> add(all, FeatureKind.TISSUE, "1 in this tissue", "tissue:" + t));
        all.add(known("knowledge:drugs-seen", "drugs in the evidence"));
        all.add(known("knowledge:line-seen", "1 when in the evidence"));
        return all;
    }

    private static void add(List<FeatureDefinition> all, FeatureKind kind, String unit, String... names) {
        for (String name : names) {
            all.add(new FeatureDefinition(name, kind, unit, MissingPolicy.STAYS_MISSING));
        }
    }

    private static FeatureDefinition known(String name, String unit) {
        return new FeatureDefinition(name, FeatureKind.KNOWLEDGE, unit, MissingPolicy.REQUIRED);
    }

    /** Fills a vector from left to right. */
    private static final class Pen {
        private final double[] vector;
        private int at;

        Pen(int size) {
            vector = new double[size];
        }

        void write(double... values) {
            for (double value : values) {
                vector[at++] = value;
            }
        }
    }

    /**
     * A vector in schema order, NaN where missing.
     *
     * @param b null for a single agent
     */
    double[] vector(Evidence evidence, Cast.Drug a, Cast.@Nullable Drug b, Evidence.View view) {
        Cast.Line line = view.line();
        Pen pen = new Pen(schema.size());
        boolean swap = b != null && comesAfter(evidence, a, b);
        Cast.Drug first = swap ? b : a;
        Cast.Drug second = swap ? a : b;
        boolean pair = second != null;
        pen.write(evidence.kernel(first, second, view), evidence.kernelAnyLine(first, second), evidence.level(first));
        pen.write(pair ? evidence.level(second) : Double.NaN);
        pen.write(pair ? evidence.pair(first, second) : Double.NaN, evidence.line(line), evidence.tissueRate(line));
        pen.write(evidence.drug(first), pair ? evidence.drug(second) : Double.NaN);
        pen.write(evidence.drugInLine(first, line), pair ? evidence.drugInLine(second, line) : Double.NaN);
        pen.write(evidence.drugInTissue(first, line), pair ? evidence.drugInTissue(second, line) : Double.NaN);
        writeDrugs(pen, first.traits(), pair ? second.traits() : DrugTraits.unknown());
        pen.write(mechanism.of(first.traits(), line.traits()));
        pen.write(pair ? mechanism.of(second.traits(), line.traits()) : MechanismEffects.unknown());
        pen.write(pair ? mechanism.of(first.traits(), second.traits(), line.traits()) : MechanismEffects.unknown());
        writeResponse(pen, evidence, first, line);
        writeResponse(pen, evidence, second, line);
        LineTraits traits = line.traits();
        for (int level = 0; level < profileNames.size(); level++) {
            pen.write(level < traits.profile().length ? traits.profile()[level] : Double.NaN);
        }
        for (String tissue : tissues) {
            pen.write(traits.tissue().map(t -> t.equals(tissue) ? 1.0 : 0.0).orElse(Double.NaN));
        }
        pen.write((evidence.saw(first) ? 1 : 0) + (pair && evidence.saw(second) ? 1 : 0));
        pen.write(evidence.saw(line) ? 1 : 0);
        return pen.vector;
    }

    /** By level; drugs of equal level by place in the cast, new drugs by structure, so that the order they were given in does not matter. */
    static boolean comesAfter(Evidence evidence, Cast.Drug a, Cast.Drug b) {
        int byLevel = Double.compare(evidence.level(a), evidence.level(b));
        if (byLevel != 0) {
            return byLevel > 0;
        }
        if (a.index() != b.index()) {
            return a.index() > b.index();
        }
        return a.traits()
                        .structure()
                        .map(Structure::skeleton)
                        .orElse("")
                        .compareTo(
                                b.traits().structure().map(Structure::skeleton).orElse(""))
                > 0;
    }

    private void writeDrugs(Pen pen, DrugTraits one, DrugTraits other) {
        writeShape(pen, one);
        writeShape(pen, other);
        boolean structures = one.structure().isPresent() && other.structure().isPresent();
        pen.write(
                structures
                        ? Structure.tanimoto(
                                one.structure().get().fingerprint(),
                                other.structure().get().fingerprint())
                        : Double.NaN);
        pen.write(shared(one.targets(), other.targets()), shared(one.classes(), other.classes()));
        boolean[] hitsOne = one.targets().map(families::hits).orElse(null);
        boolean[] hitsOther = other.targets().map(families::hits).orElse(null);
        for (int f = 0; f < families.names().size(); f++) {
            pen.write(
                    hitsOne == null || hitsOther == null ? Double.NaN : (hitsOne[f] ? 1 : 0) + (hitsOther[f] ? 1 : 0));
        }
    }

    private static void writeShape(Pen pen, DrugTraits drug) {
        double[] unknown = new double[SHAPE.size()];
        Arrays.fill(unknown, Double.NaN);
        pen.write(drug.structure()
                .map(s -> s.shape().stream().mapToDouble(Double::doubleValue).toArray())
                .orElse(unknown));
    }

    private static double shared(Optional<Set<String>> a, Optional<Set<String>> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Double.NaN;
        }
        long both = a.get().stream().filter(b.get()::contains).count();
        long either = a.get().size() + b.get().size() - both;
        return either == 0 ? Double.NaN : (double) both / either;
    }

    private void writeResponse(Pen pen, Evidence evidence, Cast.@Nullable Drug drug, Cast.Line line) {
        double[] curve = drug != null && evidence.saw(drug) && evidence.saw(line)
                ? responses.of(drug.index(), line.index())
                : Responses.unknown();
        pen.write(curve);
        pen.write(Arrays.stream(curve).average().orElseThrow());
    }
}
