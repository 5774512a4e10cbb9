package org.fenton.learning.interaction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fenton.learning.features.TargetFamilies;
import org.fenton.learning.kernel.KernelFit;
import org.fenton.learning.training.Calibration;
import org.fenton.learning.training.ConformalInterval;
import org.fenton.learning.training.ScoringModel;
import org.jspecify.annotations.Nullable;

/**
 * A head as bytes and back: equal heads give equal bytes, and a head read back answers to the last bit as the one written.
 *
 * <p>Drugs travel as fingerprints, properties, targets and classes, not as structures.
 */
public final class HeadFile {
    private static final int MAGIC = 0x46484541;
    private static final int VERSION = 2;

    private HeadFile() {}

    public static byte[] bytes(InteractionHead head) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            InteractionHead.Parts parts = head.parts();
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            CastFile.write(out, parts.evidence().cast());
            writeFit(out, parts.evidence().fit());
            writeRates(out, parts.evidence().rates());
            writeFeatures(out, parts.features());
            Wire.writeDoubles(out, parts.standardisation().mean());
            Wire.writeDoubles(out, parts.standardisation().deviation());
            writeVerdict(out, parts.verdict());
            writeCalibration(out, parts.calibration());
            out.writeDouble(parts.sets().coverage());
            Wire.writeMap(out, parts.sets().thresholds());
            writeExpected(out, parts.expected());
            writeInterval(out, parts.interval());
            out.writeDouble(parts.abstainAbove());
            out.writeDouble(parts.threshold());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException when the bytes are not a head of this version */
    public static InteractionHead read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a head");
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("a head of version " + version + "; this code reads version " + VERSION);
        }
        Cast cast = CastFile.read(in);
        Evidence evidence = new Evidence(cast, readFit(in, cast), readRates(in));
        RelationalFeatures features = readFeatures(in);
        Standardisation standardisation = new Standardisation(Wire.readDoubles(in), Wire.readDoubles(in));
        Contest.Verdict verdict = readVerdict(in, features.schema().indexOf("kernel:expected"));
        Recalibration calibration = readCalibration(in);
        LabelSets sets = new LabelSets(in.readDouble(), Wire.readMap(in));
        return new InteractionHead(new InteractionHead.Parts(
                evidence,
                features,
                standardisation,
                verdict,
                calibration,
                sets,
                readExpected(in),
                readInterval(in),
                in.readDouble(),
                in.readDouble()));
    }

    /** Only one order of a pair, and only pairs that were measured. */
    private static void writeFit(DataOutputStream out, KernelFit fit) throws IOException {
        out.writeInt(fit.seconds());
        out.writeDouble(fit.mean());
        out.writeDouble(fit.deviation());
        List<Integer> pairs = new ArrayList<>();
        for (int pair = 0; pair < fit.firsts() * fit.seconds(); pair++) {
            boolean mirrored = fit.seconds() > 1 && pair / fit.seconds() > pair % fit.seconds();
            boolean measured = false;
            for (int l = 0; l < fit.lines(); l++) {
                measured |= fit.weights()[pair * fit.lines() + l] != 0;
            }
            if (measured && !mirrored) {
                pairs.add(pair);
            }
        }
        out.writeInt(pairs.size());
        for (int pair : pairs) {
            out.writeInt(pair);
            for (int l = 0; l < fit.lines(); l++) {
                out.writeFloat((float) fit.weights()[pair * fit.lines() + l]);
            }
        }
    }

    private static KernelFit readFit(DataInputStream in, Cast cast) throws IOException {
        int firsts = cast.drugs().size();
        int lines = cast.lines().size();
        int seconds = in.readInt();
        double mean = in.readDouble();
        double deviation = in.readDouble();
        double[] weights = new double[firsts * seconds * lines];
        for (int left = in.readInt(); left > 0; left--) {
            int pair = in.readInt();
            int mirrored = seconds == 1 ? pair : pair % seconds * seconds + pair / seconds;
            for (int l = 0; l < lines; l++) {
                float weight = in.readFloat();
                weights[pair * lines + l] = weight;
                weights[mirrored * lines + l] = weight;
            }
        }
        return new KernelFit(firsts, seconds, lines, weights, mean, deviation);
    }

    private static void writeRates(DataOutputStream out, Rates rates) throws IOException {
        out.writeInt(rates.sums().size());
        for (var entry : rates.sums().entrySet()) {
            out.writeLong(entry.getKey());
            out.writeDouble(entry.getValue()[0]);
            out.writeInt((int) entry.getValue()[1]);
        }
    }

    private static Rates readRates(DataInputStream in) throws IOException {
        Map<Long, double[]> sums = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            sums.put(in.readLong(), new double[] {in.readDouble(), in.readInt()});
        }
        return new Rates(sums);
    }

    private static void writeFeatures(DataOutputStream out, RelationalFeatures features) throws IOException {
        byte[] families = features.families().text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.writeInt(families.length);
        out.write(families);
        Wire.writeList(out, features.tissues());
        Wire.writeList(out, features.profileNames());
        out.writeInt(features.responses().curves().size());
        for (var curve : features.responses().curves().entrySet()) {
            out.writeLong(curve.getKey());
            Wire.writeDoubles(out, curve.getValue());
        }
        out.writeUTF(features.schema().hash());
    }

    private static RelationalFeatures readFeatures(DataInputStream in) throws IOException {
        String families = new String(in.readNBytes(in.readInt()), java.nio.charset.StandardCharsets.UTF_8);
        List<String> tissues = Wire.readList(in);
        List<String> profile = Wire.readList(in);
        Map<Long, double[]> curves = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            curves.put(in.readLong(), Wire.readDoubles(in));
        }
        RelationalFeatures features =
                new RelationalFeatures(new TargetFamilies(families), tissues, profile, new Responses(curves));
        String hash = in.readUTF();
        if (!hash.equals(features.schema().hash())) {
            throw new IOException("the head was trained on features of schema " + hash + ", this code makes "
                    + features.schema().hash());
        }
        return features;
    }

    private static void writeVerdict(DataOutputStream out, Contest.Verdict verdict) throws IOException {
        out.writeInt(verdict.tried().size());
        for (Contest.Tried tried : verdict.tried()) {
            out.writeUTF(tried.name());
            out.writeDouble(tried.innerRocAuc());
            out.writeDouble(tried.standardError());
        }
        out.writeUTF(verdict.scorer().name());
        out.writeInt(verdict.scorer().members().size());
        for (Scorer.Member member : verdict.scorer().members()) {
            writeCalibration(out, member.calibration());
            out.writeDouble(member.weight());
            byte[] model = member.model() == null ? new byte[0] : member.model().toBytes();
            out.writeInt(model.length);
            out.write(model);
        }
    }

    private static Contest.Verdict readVerdict(DataInputStream in, int kernelFeature) throws IOException {
        List<Contest.Tried> tried = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            tried.add(new Contest.Tried(in.readUTF(), in.readDouble(), in.readDouble()));
        }
        String name = in.readUTF();
        List<Scorer.Member> members = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            Recalibration calibration = readCalibration(in);
            double weight = in.readDouble();
            byte[] model = in.readNBytes(in.readInt());
            members.add(new Scorer.Member(
                    model.length == 0 ? null : ScoringModel.read(new DataInputStream(new ByteArrayInputStream(model))),
                    calibration,
                    weight));
        }
        return new Contest.Verdict(tried, new Scorer(name, members, kernelFeature));
    }

    private static void writeCalibration(DataOutputStream out, Recalibration calibration) throws IOException {
        out.writeDouble(calibration.platt().intercept());
        out.writeDouble(calibration.platt().slope());
        out.writeDouble(calibration.lossPlatt());
        out.writeDouble(calibration.lossIsotonic());
        out.writeBoolean(calibration.steps().isPresent());
        if (calibration.steps().isPresent()) {
            Wire.writeDoubles(out, calibration.steps().get().raw());
            Wire.writeDoubles(out, calibration.steps().get().probability());
        }
    }

    private static Recalibration readCalibration(DataInputStream in) throws IOException {
        Calibration platt = new Calibration(in.readDouble(), in.readDouble());
        double lossPlatt = in.readDouble();
        double lossIsotonic = in.readDouble();
        Optional<Recalibration.Steps> steps = in.readBoolean()
                ? Optional.of(new Recalibration.Steps(Wire.readDoubles(in), Wire.readDoubles(in)))
                : Optional.empty();
        return new Recalibration(platt, steps, lossPlatt, lossIsotonic);
    }

    private static void writeExpected(DataOutputStream out, @Nullable ExpectedScore expected) throws IOException {
        out.writeBoolean(expected != null);
        if (expected != null) {
            Wire.writeDoubles(out, new double[] {expected.intercept(), expected.kernelSlope(), expected.oddsSlope()});
        }
    }

    private static @Nullable ExpectedScore readExpected(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        double[] slopes = Wire.readDoubles(in);
        return new ExpectedScore(slopes[0], slopes[1], slopes[2]);
    }

    private static void writeInterval(DataOutputStream out, @Nullable ConformalInterval interval) throws IOException {
        out.writeBoolean(interval != null);
        if (interval != null) {
            out.writeDouble(interval.coverage());
            Wire.writeDoubles(
                    out, interval.upperEdges().stream().mapToDouble(x -> x).toArray());
            out.writeInt(interval.bands().size());
            for (ConformalInterval.Band band : interval.bands()) {
                out.writeDouble(band.below());
                out.writeDouble(band.above());
                out.writeInt(band.pairs());
            }
        }
    }

    private static @Nullable ConformalInterval readInterval(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        double coverage = in.readDouble();
        List<Double> edges =
                java.util.Arrays.stream(Wire.readDoubles(in)).boxed().toList();
        List<ConformalInterval.Band> bands = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            bands.add(new ConformalInterval.Band(in.readDouble(), in.readDouble(), in.readInt()));
        }
        return new ConformalInterval(coverage, edges, bands);
    }
}
