package org.fenton.learning.pairs;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenton.learning.interaction.Place;
import org.fenton.learning.names.KnownLine;
import org.fenton.learning.names.LineMatch;
import org.fenton.learning.names.LineNames;

/** Cell lines by the words of the pairs file: those of the bundle, then those of the user's own profiles. Safe for use by many threads. */
public final class AskedLines {
    private static final int REMEMBERED = 20_000;

    private final LineNames names;
    private final Map<String, ProfiledLine> own = new HashMap<>();
    private final Map<String, AskedLine> byKey = new HashMap<>();
    private final Map<String, AskedLine> byWord = new HashMap<>();

    /** @param own lines of the user's own profiles; one whose name the bundle knows is not used */
    public AskedLines(LineNames names, Collection<ProfiledLine> own) {
        this.names = names;
        own.forEach(line -> this.own.put(line.name(), line));
    }

    /** Samples of the user's own whose name the bundle knows, sorted. */
    public List<String> unused() {
        return own.keySet().stream()
                .filter(name -> names.find(name) instanceof LineMatch.Known)
                .sorted()
                .toList();
    }

    synchronized AskedLine find(String written) {
        AskedLine known = byWord.get(written);
        if (known != null) {
            return known;
        }
        if (byWord.size() >= REMEMBERED) {
            byWord.clear();
        }
        AskedLine found = look(written);
        byWord.put(written, found);
        return found;
    }

    private AskedLine look(String written) {
        LineMatch match = names.find(written);
        if (match instanceof LineMatch.Known known) {
            return byKey.computeIfAbsent(known.line().key(), key -> asked(known.line()));
        }
        ProfiledLine profiled = own.get(written);
        if (profiled != null) {
            return byKey.computeIfAbsent("profile:" + written, key -> asked(key, profiled));
        }
        return new AskedLine(
                written,
                Optional.empty(),
                false,
                "",
                "unknown line '" + written + "'" + AskedDrug.meant(((LineMatch.Unknown) match).suggestions()));
    }

    private static AskedLine asked(KnownLine line) {
        return new AskedLine(line.name(), Optional.of(new Place(line.key(), line.traits())), line.hasLevels(), "", "");
    }

    private static AskedLine asked(String key, ProfiledLine line) {
        return new AskedLine(
                line.name(), Optional.of(new Place(key, line.traits())), line.hasLevels(), line.note(), "");
    }
}
