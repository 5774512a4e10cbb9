package org.fenton.learning.names;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenton.learning.data.DataFiles;
import org.fenton.learning.data.DataFiles.Input;
import org.fenton.learning.data.LineAnnotation;
import org.fenton.learning.data.LineDirectory;
import org.fenton.learning.data.LineProfiles;
import org.fenton.learning.files.Table;
import org.fenton.learning.kernel.LineTraits;

/** Joins the lists of line names by DepMap id; a screen's line without one stands under its own name. */
public final class LineNamesMaker {
    public static final Set<Input> INPUTS = Collections.unmodifiableSet(
            EnumSet.of(Input.SCREEN_LINES, Input.LINE_ALIASES, Input.LINE_ANNOTATION, Input.LINE_PROTEINS));

    private static final String ID = "ACH-";

    private final SortedMap<String, SortedSet<String>> namesByKey = new TreeMap<>();

    private LineNamesMaker() {}

    public static LineNames read(DataFiles files, LineProfiles profiles) throws IOException {
        LineNamesMaker maker = new LineNamesMaker();
        LineDirectory directory = LineDirectory.read(files);
        Table.csv(files.path(Input.SCREEN_LINES))
                .forEach(r -> maker.add(
                        r.text("ach").isEmpty() ? directory.key(r.text("set"), r.text("line")) : r.text("ach"),
                        r.text("line")));
        for (String line : Files.readAllLines(files.path(Input.LINE_ALIASES))) {
            String[] cells = line.split(",");
            if (cells.length == 2) {
                maker.add(cells[1], cells[0]);
            }
        }
        maker.readAnnotation(files);
        List<KnownLine> lines = new ArrayList<>();
        maker.namesByKey.forEach((key, names) -> lines.add(new KnownLine(
                key, List.copyOf(names), new LineTraits(tissue(directory, key, names), profiles.of(key)))));
        return new LineNames(profiles.names(), lines);
    }

    private static Optional<String> tissue(LineDirectory directory, String key, SortedSet<String> names) {
        return directory.tissue(key, key).or(() -> names.stream()
                .flatMap(name -> directory.tissue(key, name).stream())
                .findFirst());
    }

    /** The CCLE id is the name in capitals without punctuation, then the tissue. */
    private void readAnnotation(DataFiles files) throws IOException {
        LineAnnotation.forEach(files, r -> {
            add(r.get("DepMap_ID"), r.get("CCLE_ID"));
            add(r.get("DepMap_ID"), r.get("CCLE_ID").split("_")[0]);
        });
    }

    private void add(String key, String name) {
        if (key.isBlank() || (!key.startsWith(ID) && !key.equals(LineNames.plain(key)))) {
            return;
        }
        SortedSet<String> names = namesByKey.computeIfAbsent(key, k -> new TreeSet<>());
        if (!LineNames.plain(name).isEmpty()) {
            names.add(name);
        }
    }
}
