package org.fenton.learning.bundle;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import org.fenton.learning.data.TrainingData;
import org.fenton.learning.structure.Structure;
import org.fenton.learning.training.Novelty;

/** Names and fingerprints of the training drugs, for the distance of a new one; structures themselves do not travel. */
final class TrainingDrugs {
    private static final String HEADER = "drug\tecfp4_1024_hex";
    private static final String NONE = "NA";

    private TrainingDrugs() {}

    static String toTsv(TrainingData data) {
        StringBuilder tsv = new StringBuilder(HEADER).append('\n');
        for (TrainingData.Drug drug : data.drugs()) {
            String bits = drug.description().structure().map(TrainingDrugs::hex).orElse(NONE);
            tsv.append(drug.key()).append('\t').append(bits).append('\n');
        }
        return tsv.toString();
    }

    private static String hex(Structure structure) {
        byte[] bytes = new byte[Structure.BITS / 8];
        structure.fingerprint().stream().forEach(bit -> bytes[bit / 8] |= (byte) (1 << bit % 8));
        return HexFormat.of().formatHex(bytes);
    }

    static Novelty noveltyFromTsv(String tsv) {
        List<BitSet> fingerprints = new ArrayList<>();
        tsv.lines()
                .skip(1)
                .map(line -> line.split("\t")[1])
                .filter(bits -> !bits.equals(NONE))
                .forEach(bits -> fingerprints.add(BitSet.valueOf(HexFormat.of().parseHex(bits))));
        return new Novelty(fingerprints);
    }
}
