package org.fenton.rescoring.cohort;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Files that hold one document each, as Phenopackets are handed on: some of a folder, so that a task has enough to do. */
record DocumentsPart(List<Document> documents, int longest) implements CohortPart {
    /** @param bytes as the file was found */
    record Document(String file, long bytes) implements Serializable {}

    static boolean isOne(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /** The files in their order, cut where about {@code bytes} are together. */
    static List<CohortPart> of(List<Path> files, long bytes, int longest) throws IOException {
        List<CohortPart> parts = new ArrayList<>();
        List<Document> together = new ArrayList<>();
        long size = 0;
        for (Path file : files) {
            together.add(new Document(file.toString(), Files.size(file)));
            size += together.get(together.size() - 1).bytes();
            if (size >= bytes) {
                parts.add(new DocumentsPart(together, longest));
                together = new ArrayList<>();
                size = 0;
            }
        }
        if (!together.isEmpty()) {
            parts.add(new DocumentsPart(together, longest));
        }
        return parts;
    }

    @Override
    public String file() {
        return documents.get(0).file();
    }

    @Override
    public Size survey() {
        return new Size(documents.size(), documents.size());
    }

    /** Every file numbers its own lines. */
    @Override
    public CohortPart after(long lines) {
        return this;
    }

    @Override
    public void read(CohortRow.Taker taker) throws IOException {
        for (Document document : documents) {
            taker.take(
                    document.bytes() > longest
                            ? CohortRow.faulty(
                                    document.file(),
                                    1,
                                    "a document of " + document.bytes() + " bytes; at most " + longest + " are read")
                            : CohortRow.of(document.file(), 1, Files.readAllBytes(Path.of(document.file()))));
        }
    }
}
