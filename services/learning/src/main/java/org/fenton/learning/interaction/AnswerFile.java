package org.fenton.learning.interaction;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fenton.learning.training.Calibration;
import org.fenton.learning.training.ConformalInterval;
import org.fenton.learning.training.ScoringModel;
import org.jspecify.annotations.Nullable;

/** The parts of a {@link HeadFile} that turn features into an answer: trained models, calibrations, expected score, interval. */
final class AnswerFile {
    private AnswerFile() {}

    static void writeVerdict(DataOutputStream out, Contest.Verdict verdict) throws IOException {
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

    static Contest.Verdict readVerdict(DataInputStream in, int kernelFeature) throws IOException {
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

    static void writeCalibration(DataOutputStream out, Recalibration calibration) throws IOException {
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

    static Recalibration readCalibration(DataInputStream in) throws IOException {
        Calibration platt = new Calibration(in.readDouble(), in.readDouble());
        double lossPlatt = in.readDouble();
        double lossIsotonic = in.readDouble();
        Optional<Recalibration.Steps> steps = in.readBoolean()
                ? Optional.of(new Recalibration.Steps(Wire.readDoubles(in), Wire.readDoubles(in)))
                : Optional.empty();
        return new Recalibration(platt, steps, lossPlatt, lossIsotonic);
    }

    static void writeExpected(DataOutputStream out, @Nullable ExpectedScore expected) throws IOException {
        out.writeBoolean(expected != null);
        if (expected != null) {
            Wire.writeDoubles(out, new double[] {expected.intercept(), expected.kernelSlope(), expected.oddsSlope()});
        }
    }

    static @Nullable ExpectedScore readExpected(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        double[] slopes = Wire.readDoubles(in);
        return new ExpectedScore(slopes[0], slopes[1], slopes[2]);
    }

    static void writeInterval(DataOutputStream out, @Nullable ConformalInterval interval) throws IOException {
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

    static @Nullable ConformalInterval readInterval(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        double coverage = in.readDouble();
        List<Double> edges = Arrays.stream(Wire.readDoubles(in)).boxed().toList();
        List<ConformalInterval.Band> bands = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            bands.add(new ConformalInterval.Band(in.readDouble(), in.readDouble(), in.readInt()));
        }
        return new ConformalInterval(coverage, edges, bands);
    }
}
