package org.fenton.learning.interaction;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists, maps and optional sets as a head's file holds them: a number of entries, then the entries in order. */
final class Wire {
    private static final int NONE = -1;

    private Wire() {}

    static void writeNames(DataOutputStream out, Optional<Set<String>> names) throws IOException {
        out.writeInt(names.map(Set::size).orElse(NONE));
        for (String name : new TreeSet<>(names.orElse(Set.of()))) {
            out.writeUTF(name);
        }
    }

    static Optional<Set<String>> readNames(DataInputStream in) throws IOException {
        int size = in.readInt();
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < size; i++) {
            names.add(in.readUTF());
        }
        return size == NONE ? Optional.empty() : Optional.of(names);
    }

    static void writeMap(DataOutputStream out, Map<String, Double> map) throws IOException {
        out.writeInt(map.size());
        for (var entry : new TreeMap<>(map).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeDouble(entry.getValue());
        }
    }

    static Map<String, Double> readMap(DataInputStream in) throws IOException {
        Map<String, Double> map = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            map.put(in.readUTF(), in.readDouble());
        }
        return map;
    }

    static void writeList(DataOutputStream out, List<String> list) throws IOException {
        out.writeInt(list.size());
        for (String item : list) {
            out.writeUTF(item);
        }
    }

    static List<String> readList(DataInputStream in) throws IOException {
        List<String> list = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            list.add(in.readUTF());
        }
        return list;
    }

    static void writeDoubles(DataOutputStream out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static double[] readDoubles(DataInputStream in) throws IOException {
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
