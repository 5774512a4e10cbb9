package org.fenton.learning.evaluation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.fenton.learning.files.Hashes;

/**
 * Finished answers beside the report, so that an interrupted run goes on where it stopped.
 *
 * <p>A file is named by fold, predictor and a hash of all that decides its content, and ends with the hash of its bytes: it is complete and right, or it is
 * not used. It is moved into place when whole, so an interrupt leaves none behind that is half written.
 */
final class AnswerStore {
    private static final int HASH = 64;

    private final Path directory;
    private final boolean resume;

    private AnswerStore(Path directory, boolean resume) {
        this.directory = directory;
        this.resume = resume;
    }

    /** Keeps what is there when {@code resume}, else begins anew. */
    static AnswerStore open(Path directory, boolean resume) throws IOException {
        Files.createDirectories(directory);
        if (!resume) {
            try (DirectoryStream<Path> old = Files.newDirectoryStream(directory, "*.{answers,part}")) {
                for (Path file : old) {
                    Files.delete(file);
                }
            }
        }
        return new AnswerStore(directory, resume);
    }

    Optional<Answers> find(String key) throws IOException {
        Path file = file(key);
        if (!resume || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        int length = bytes.length - HASH;
        if (length < 0) {
            return Optional.empty();
        }
        byte[] content = java.util.Arrays.copyOf(bytes, length);
        String hash = new String(bytes, length, HASH, StandardCharsets.US_ASCII);
        return Hashes.sha256(content).equals(hash) ? Optional.of(decode(content)) : Optional.empty();
    }

    void keep(String key, Answers answers) throws IOException {
        byte[] content = encode(answers);
        Path part = Files.createTempFile(directory, "writing", ".part");
        try (var out = Files.newOutputStream(part)) {
            out.write(content);
            out.write(Hashes.sha256(content).getBytes(StandardCharsets.US_ASCII));
        }
        Files.move(part, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(String key) {
        return directory.resolve(key + ".answers");
    }

    private static byte[] encode(Answers answers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, answers.probability());
            write(out, answers.expected());
            out.writeInt(answers.sets().length);
            out.write(answers.sets());
            out.writeInt(answers.abstained().length);
            for (boolean abstained : answers.abstained()) {
                out.writeBoolean(abstained);
            }
            out.writeDouble(answers.nominalCoverage());
            out.writeDouble(answers.threshold());
            out.writeInt(answers.notes().length);
            out.write(answers.notes());
        }
        return bytes.toByteArray();
    }

    private static Answers decode(byte[] content) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            double[] probability = read(in);
            double[] expected = read(in);
            byte[] sets = in.readNBytes(in.readInt());
            boolean[] abstained = new boolean[in.readInt()];
            for (int i = 0; i < abstained.length; i++) {
                abstained[i] = in.readBoolean();
            }
            double nominal = in.readDouble();
            double threshold = in.readDouble();
            return new Answers(probability, expected, sets, abstained, nominal, threshold, in.readNBytes(in.readInt()));
        }
    }

    private static void write(DataOutputStream out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] read(DataInputStream in) throws IOException {
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
