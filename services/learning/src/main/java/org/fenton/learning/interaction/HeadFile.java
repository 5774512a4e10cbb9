package org.fenton.learning.interaction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fenton.learning.features.TargetFamilies;

/**
 * A head as bytes and back: equal heads give equal bytes, and a head read back answers to the last bit as the one written.
 *
 * <p>Drugs travel as fingerprints, properties, targets and classes, not as structures.
 */
public final class HeadFile {
    private static final int MAGIC = 0x46484541;
    private static final int VERSION = 4;

    private HeadFile() {}

    public static byte[] bytes(InteractionHead head) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            InteractionHead.Parts parts = head.parts();
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            EvidenceFile.write(out, parts.evidence());
            writeFeatures(out, parts.features());
            Wire.writeDoubles(out, parts.standardisation().mean());
            Wire.writeDoubles(out, parts.standardisation().deviation());
            AnswerFile.writeVerdict(out, parts.verdict());
            AnswerFile.writeCalibration(out, parts.calibration());
            out.writeDouble(parts.sets().coverage());
            Wire.writeMap(out, parts.sets().thresholds());
            AnswerFile.writeExpected(out, parts.expected());
            AnswerFile.writeInterval(out, parts.interval());
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
        Evidence evidence = EvidenceFile.read(in);
        RelationalFeatures features = readFeatures(in);
        Standardisation standardisation = new Standardisation(Wire.readDoubles(in), Wire.readDoubles(in));
        Contest.Verdict verdict = AnswerFile.readVerdict(in, features.schema().indexOf("kernel:expected"));
        Recalibration calibration = AnswerFile.readCalibration(in);
        LabelSets sets = new LabelSets(in.readDouble(), Wire.readMap(in));
        return new InteractionHead(new InteractionHead.Parts(
                evidence,
                features,
                standardisation,
                verdict,
                calibration,
                sets,
                AnswerFile.readExpected(in),
                AnswerFile.readInterval(in),
                in.readDouble(),
                in.readDouble()));
    }

    private static void writeFeatures(DataOutputStream out, RelationalFeatures features) throws IOException {
        writeText(out, features.families().text());
        writeText(out, features.mechanism().slice().text());
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
        String families = readText(in);
        GraphSlice graph = new GraphSlice(readText(in));
        List<String> tissues = Wire.readList(in);
        List<String> profile = Wire.readList(in);
        Map<Long, double[]> curves = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            curves.put(in.readLong(), Wire.readDoubles(in));
        }
        RelationalFeatures features = new RelationalFeatures(
                new TargetFamilies(families),
                tissues,
                profile,
                new Responses(curves),
                new MechanismEffects(graph, profile));
        String hash = in.readUTF();
        if (!hash.equals(features.schema().hash())) {
            throw new IOException("the head was trained on features of schema " + hash + ", this code makes "
                    + features.schema().hash());
        }
        return features;
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
