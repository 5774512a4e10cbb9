package org.fenton.rescoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.fenton.core.ranking.Ranker;
import org.fenton.documents.RankingWriter;
import org.fenton.learning.prediction.Predictor;
import org.fenton.rescoring.store.SegmentFiles;

/** The hash of the classes and resources that rank, the same from a jar and from a folder of classes. */
final class Engine {
    private static final List<Class<?>> MODULES = List.of(Ranker.class, RankingWriter.class, Predictor.class);

    private Engine() {}

    static String hash() {
        return Held.HASH;
    }

    /** Read once a JVM. */
    private static final class Held {
        private static final String HASH = compute();
    }

    private static String compute() {
        Map<String, String> sums = new TreeMap<>();
        try {
            for (Class<?> module : MODULES) {
                Path place = Path.of(module.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
                if (Files.isDirectory(place)) {
                    folder(place, sums);
                } else {
                    jar(place, sums);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        return SegmentFiles.hex(sums.toString());
    }

    private static boolean counts(String name) {
        return name.startsWith("org/fenton/");
    }

    private static void folder(Path root, Map<String, String> sums) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (counts(name)) {
                    sums.put(name, sum(Files.readAllBytes(file)));
                }
            }
        }
    }

    private static void jar(Path jar, Map<String, String> sums) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (var entry : java.util.Collections.list(file.entries())) {
                if (!entry.isDirectory() && counts(entry.getName())) {
                    try (InputStream in = file.getInputStream(entry)) {
                        sums.put(entry.getName(), sum(in.readAllBytes()));
                    }
                }
            }
        }
    }

    private static String sum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue() + "/" + bytes.length;
    }
}
