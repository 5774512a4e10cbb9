package org.fenton.learning.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Two-column word lists that are part of the code: tab separated, {@code #} begins a remark. */
public final class Vocabulary {
    private Vocabulary() {}

    /** The text of a resource of this jar under {@code org/fenton/learning}. */
    public static String text(String name) {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/org/fenton/learning/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** First column to second column, in file order. */
    public static Map<String, String> pairs(String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : text(name).lines().filter(l -> !l.startsWith("#")).toList()) {
            String[] cells = line.split("\t");
            if (cells.length != 2 || pairs.put(cells[0], cells[1]) != null) {
                throw new IllegalStateException(name + ": '" + line + "' is not a new word, tab, meaning");
            }
        }
        return pairs;
    }
}
