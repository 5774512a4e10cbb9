package org.fenton.learning.interaction;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fenton.learning.kernel.DrugPart;
import org.fenton.learning.kernel.DrugTraits;
import org.fenton.learning.kernel.KernelSetting;
import org.fenton.learning.kernel.LinePart;
import org.fenton.learning.kernel.LineTraits;
import org.fenton.learning.structure.Structure;

/** The drugs and lines of a head as bytes: traits, not structures. The likeness matrices are made anew. */
final class CastFile {
    private CastFile() {}

    static void write(DataOutputStream out, Cast cast) throws IOException {
        for (DrugPart part : DrugPart.values()) {
            out.writeDouble(cast.setting().drug().get(part));
        }
        for (LinePart part : LinePart.values()) {
            out.writeDouble(cast.setting().line().get(part));
        }
        out.writeDouble(cast.setting().noise());
        out.writeInt(cast.drugs().size());
        for (int d = 0; d < cast.drugs().size(); d++) {
            out.writeUTF(cast.drugKeys().get(d));
            writeDrug(out, cast.drugs().get(d));
        }
        out.writeInt(cast.lines().size());
        for (int l = 0; l < cast.lines().size(); l++) {
            out.writeUTF(cast.lineKeys().get(l));
            out.writeUTF(cast.lines().get(l).tissue().orElse(""));
            out.writeUTF(cast.lines().get(l).identity().orElse(""));
            out.writeUTF(cast.lines().get(l).laboratory().orElse(""));
            Wire.writeDoubles(out, cast.lines().get(l).profile());
        }
    }

    static Cast read(DataInputStream in) throws IOException {
        Map<DrugPart, Double> drug = new TreeMap<>();
        for (DrugPart part : DrugPart.values()) {
            drug.put(part, in.readDouble());
        }
        Map<LinePart, Double> line = new TreeMap<>();
        for (LinePart part : LinePart.values()) {
            line.put(part, in.readDouble());
        }
        KernelSetting setting = new KernelSetting(drug, line, in.readDouble());
        List<String> drugKeys = new ArrayList<>();
        List<DrugTraits> drugs = new ArrayList<>();
        for (int d = in.readInt(); d > 0; d--) {
            drugKeys.add(in.readUTF());
            drugs.add(readDrug(in));
        }
        List<String> lineKeys = new ArrayList<>();
        List<LineTraits> lines = new ArrayList<>();
        for (int l = in.readInt(); l > 0; l--) {
            lineKeys.add(in.readUTF());
            Optional<String> tissue = written(in);
            Optional<String> identity = written(in);
            Optional<String> laboratory = written(in);
            lines.add(new LineTraits(tissue, Wire.readDoubles(in), identity, laboratory));
        }
        return Cast.of(setting, drugKeys, drugs, lineKeys, lines);
    }

    private static Optional<String> written(DataInputStream in) throws IOException {
        return Optional.of(in.readUTF()).filter(t -> !t.isEmpty());
    }

    private static void writeDrug(DataOutputStream out, DrugTraits drug) throws IOException {
        out.writeBoolean(drug.structure().isPresent());
        if (drug.structure().isPresent()) {
            Structure structure = drug.structure().get();
            byte[] bits = structure.fingerprint().toByteArray();
            out.writeInt(bits.length);
            out.write(bits);
            out.writeInt(structure.heavyAtoms());
            Wire.writeDoubles(
                    out, structure.shape().stream().mapToDouble(x -> x).toArray());
        }
        Wire.writeNames(out, drug.targets());
        Wire.writeNames(out, drug.classes());
    }

    private static DrugTraits readDrug(DataInputStream in) throws IOException {
        Optional<Structure> structure = Optional.empty();
        if (in.readBoolean()) {
            byte[] bits = in.readNBytes(in.readInt());
            int heavyAtoms = in.readInt();
            List<Double> shape =
                    java.util.Arrays.stream(Wire.readDoubles(in)).boxed().toList();
            structure = Optional.of(new Structure("", BitSet.valueOf(bits), heavyAtoms, shape));
        }
        return new DrugTraits(structure, Wire.readNames(in), Wire.readNames(in));
    }
}
