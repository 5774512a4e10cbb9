package org.fenton.learning.heads;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenton.learning.bundle.BundleDocument;

/**
 * {@code bundle.json} of a bundle of heads.
 *
 * @param format only {@value #FORMAT} is read
 * @param data SHA-256 of every input file
 * @param files SHA-256 of every other file of the bundle by its path
 */
public record HeadsDocument(
        String format,
        String name,
        long seed,
        String library,
        SortedMap<String, Head> heads,
        BundleDocument.Notes notes,
        SortedMap<String, String> data,
        SortedMap<String, String> files) {
    public static final String FORMAT = "fenton-heads/5";

    public HeadsDocument {
        heads = new TreeMap<>(heads);
        data = new TreeMap<>(data);
        files = new TreeMap<>(files);
    }

    /**
     * One head and what it was learned from.
     *
     * @param rows of its own screen
     * @param lentRows of another laboratory, evidence only
     * @param expressed which of its own the data hold whole expression of; no feature comes from it
     * @param decided what was tried and decided in training
     */
    public record Head(
            String definition,
            String unit,
            String screen,
            int rows,
            int lentRows,
            int positiveRows,
            int drugs,
            int pairs,
            int lines,
            Expressed expressed,
            Map<String, Object> decided) {
        public Head {
            decided = new TreeMap<>(decided);
        }
    }

    /** @param rows in these lines */
    public record Expressed(int lines, int rows) {}

    HeadsDocument withFiles(SortedMap<String, String> hashes) {
        return new HeadsDocument(format, name, seed, library, heads, notes, data, hashes);
    }
}
