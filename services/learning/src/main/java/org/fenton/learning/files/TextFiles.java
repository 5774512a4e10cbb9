package org.fenton.learning.files;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;

/** UTF-8 text files, gzip told by its first bytes and not by the name. */
public final class TextFiles {
    private TextFiles() {}

    public static BufferedReader open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(file + ": no such file");
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + ": is a directory, not a table");
        }
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        if (first == 'P' && second == 'K') {
            bytes.close();
            throw new IllegalArgumentException(file + ": is a spreadsheet or zip file; save the table as TSV or CSV");
        }
        boolean zipped = first == 0x1f && second == 0x8b;
        return new BufferedReader(
                new InputStreamReader(zipped ? new GZIPInputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8));
    }

    /** The folder a file is to be written to; ask before long work, not after it. */
    public static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(file + ": its folder does not exist");
        }
        return folder;
    }

    /** Writes the whole text or nothing, so that a reader never sees half a table. */
    public static void write(Path file, String text) throws IOException {
        Path folder = folderOf(file);
        Path draft = Files.createTempFile(folder, ".fenton-", ".part");
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
