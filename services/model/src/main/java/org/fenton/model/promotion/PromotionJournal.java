package org.fenton.model.promotion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The promotions of one process as a file of JSON lines that is only ever appended to.
 *
 * <p>An entry is written whole and forced to disk before it counts. What a crash left of a last line is moved to a file beside and reported; a line
 * in the middle that cannot be read is no crash's doing, and the journal is refused. One process at a time holds it.
 */
final class PromotionJournal implements AutoCloseable {
    static final String FILE = "promotions.jsonl";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final FileChannel channel;
    private final List<Promotion> entries = new ArrayList<>();
    private final Optional<Recovered> recovered;
    private long length;

    /**
     * An unfinished last line that was found at start.
     *
     * @param bytes its length
     * @param kept name of the file it was moved to
     */
    public record Recovered(long bytes, String kept) {}

    private PromotionJournal(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        byte[] all = Files.readAllBytes(file);
        int end = all.length;
        while (end > 0 && all[end - 1] != '\n') {
            end--;
        }
        recovered = end == all.length ? Optional.empty() : Optional.of(setAside(all, end));
        length = end;
        replay(new String(all, 0, end, StandardCharsets.UTF_8));
    }

    /** @throws IOException when the folder cannot be written, another process holds the journal, or an entry cannot be read */
    static PromotionJournal open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(FILE);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new IOException("another process holds the promotion journal " + file);
            }
            forceFolder(folder);
            return new PromotionJournal(file, channel);
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException("this process already holds the promotion journal " + file, e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** A new file is there after a crash only when its folder was forced too. */
    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private Recovered setAside(byte[] all, int end) throws IOException {
        Path kept = file.resolveSibling(FILE + ".unfinished-at-" + end);
        byte[] tail = java.util.Arrays.copyOfRange(all, end, all.length);
        Files.write(kept, tail);
        channel.truncate(end);
        channel.force(true);
        return new Recovered(tail.length, String.valueOf(kept.getFileName()));
    }

    private void replay(String text) throws IOException {
        for (String line : text.lines().toList()) {
            try {
                Promotion entry = JSON.readValue(line, Promotion.class);
                if (entry.sequence() != entries.size() + 1 || entry.action() == null || entry.role() == null) {
                    throw new IOException(file + " line " + (entries.size() + 1) + " is out of sequence");
                }
                entries.add(entry);
            } catch (JsonProcessingException e) {
                throw new IOException(file + " line " + (entries.size() + 1) + " is not a promotion", e);
            }
        }
    }

    List<Promotion> entries() {
        return List.copyOf(entries);
    }

    Optional<Recovered> recovered() {
        return recovered;
    }

    /** Returns when the entry is on disk; when it throws, nothing was recorded. */
    void append(Promotion entry) throws IOException {
        if (channel.size() != length) {
            throw new IOException(file + " was changed by somebody else");
        }
        ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        int size = line.remaining();
        try {
            long at = length;
            while (line.hasRemaining()) {
                at += channel.write(line, at);
            }
            channel.force(true);
        } catch (IOException e) {
            channel.truncate(length);
            throw e;
        }
        length += size;
        entries.add(entry);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
