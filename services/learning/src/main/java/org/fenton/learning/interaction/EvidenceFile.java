package org.fenton.learning.interaction;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fenton.learning.kernel.KernelFit;

/** The part of a {@link HeadFile} that is learned evidence: its cast, the scale of its outcomes, the weights of its kernel and its mean outcomes. */
final class EvidenceFile {
    private EvidenceFile() {}

    static void write(DataOutputStream out, Evidence evidence) throws IOException {
        CastFile.write(out, evidence.cast());
        Wire.writeDoubles(out, evidence.outcomes().mean());
        Wire.writeDoubles(out, evidence.outcomes().deviation());
        writeFit(out, evidence.fit());
        writeRates(out, evidence.rates());
    }

    static Evidence read(DataInputStream in) throws IOException {
        Cast cast = CastFile.read(in);
        Outcomes outcomes = new Outcomes(Wire.readDoubles(in), Wire.readDoubles(in));
        return new Evidence(cast, outcomes, readFit(in, cast), readRates(in));
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
}
