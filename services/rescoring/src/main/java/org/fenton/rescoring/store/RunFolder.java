package org.fenton.rescoring.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The output folder. {@code current} is a link to one of {@code results}, and replacing that link is the commit;
 * {@code work} holds what is done and not yet committed. One process at a time.
 */
public final class RunFolder implements Closeable {
    private final Path out;
    private final FileChannel lockFile;

    private RunFolder(Path out, FileChannel lockFile) {
        this.out = out;
        this.lockFile = lockFile;
    }

    /** @throws IOException when the folder cannot be written or another run holds it */
    public static RunFolder open(Path out) throws IOException {
        FileChannel channel = null;
        try {
            Files.createDirectories(out.resolve("work/segments"));
            Files.createDirectories(out.resolve("results"));
            channel = FileChannel.open(out.resolve("work/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new RunFolder(out, channel);
            }
        } catch (OverlappingFileLockException held) {
            channel.close();
        } catch (IOException cannot) {
            throw new IOException("cannot write to the output folder " + out + ": " + cannot, cannot);
        }
        throw new IOException("another run is writing to " + out + "; nothing was changed");
    }

    public Path work() {
        return out.resolve("work");
    }

    public Path segments() {
        return work().resolve("segments");
    }

    public Path out() {
        return out;
    }

    /** The committed result; empty before the first. */
    public Optional<Path> current() throws IOException {
        Path link = out.resolve("current");
        return Files.isDirectory(link) ? Optional.of(link.toRealPath()) : Optional.empty();
    }

    /** Everything that is done, committed or not. */
    public Map<String, Entry> entries() throws IOException {
        Map<String, Entry> entries = new TreeMap<>();
        for (Path result : results()) {
            entries.putAll(SegmentFiles.read(result));
        }
        SegmentFiles.read(segments()).forEach(entries::putIfAbsent);
        return entries;
    }

    private List<Path> results() throws IOException {
        try (Stream<Path> results = Files.list(out.resolve("results"))) {
            return results.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** An empty folder of this name under {@code work}. */
    public Path fresh(String name) throws IOException {
        Path folder = work().resolve(name);
        delete(folder);
        return Files.createDirectories(folder);
    }

    /**
     * Makes a whole result the current one by replacing one link; the result before stays, older ones and the segments,
     * which the results now hold, go.
     *
     * @param spared an older result that is still needed
     */
    public Path commit(Path draft, String name, Optional<Path> spared) throws IOException {
        Optional<Path> before = current();
        Path result = out.resolve("results").resolve(name);
        if (Files.isDirectory(result)) {
            delete(draft);
        } else {
            Files.move(draft, result, StandardCopyOption.ATOMIC_MOVE);
        }
        boolean unchanged = before.filter(each -> each.endsWith(name)).isPresent();
        Path link = work().resolve("current.next");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of("results", name));
        Files.move(link, out.resolve("current"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        for (Path other : results()) {
            boolean kept =
                    before.filter(each -> each.endsWith(other.getFileName())).isPresent();
            boolean asked =
                    spared.filter(each -> each.endsWith(other.getFileName())).isPresent();
            if (!unchanged && !kept && !asked && !other.equals(result)) {
                delete(other);
            }
        }
        fresh("segments");
        return result;
    }

    /** Moves a folder of {@code work} beside the results, in place of one of that name. */
    public Path publish(String name) throws IOException {
        Path place = out.resolve(name);
        delete(place);
        return Files.move(work().resolve(name), place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
