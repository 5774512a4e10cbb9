package org.fenton.rescoring.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a ranking is read back alone, and what was cut off or changed is never taken for it. */
class KeptRankingTest {
    private static final byte[] SHORT = "{\"rank\":1}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LONG = longText();

    @TempDir
    Path folder;

    private Path file;

    private static byte[] longText() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        random.ints(40_000, 0, 900).forEach(word -> text.append("candidate ").append(word));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @BeforeEach
    void keepThree() throws IOException {
        try (SegmentWriter segment = new SegmentWriter(folder, "segment")) {
            keep(segment, "a", SHORT);
            keep(segment, "b", LONG);
            keep(segment, "c", SHORT);
        }
        file = folder.resolve("segment" + SegmentFiles.RANKINGS);
    }

    private static void keep(SegmentWriter segment, String name, byte[] ranking) throws IOException {
        String key = SegmentFiles.hex(name);
        segment.append(key, key, key, ranking, "a,b\r\n");
    }

    private Entry entry(String name) throws IOException {
        return SegmentFiles.read(folder).get(SegmentFiles.hex(name));
    }

    @Test
    void eachIsReadAloneAndTheFileIsTheirLines() throws IOException {
        for (String key : new String[] {"a", "b", "c"}) {
            byte[] line = SegmentFiles.ranking(entry(key));
            assertArrayEquals(key.equals("b") ? LONG : SHORT, Arrays.copyOf(line, line.length - 1));
            assertEquals('\n', line[line.length - 1]);
        }
        try (ZstdInputStream whole = new ZstdInputStream(Files.newInputStream(file))) {
            assertEquals(2L * SHORT.length + LONG.length + 3, whole.readAllBytes().length);
        }
    }

    @Test
    void oneTextIsOneFrameWhateverWasPackedBefore() {
        try (ZstdFrames fresh = new ZstdFrames();
                ZstdFrames used = new ZstdFrames()) {
            used.line(SHORT);
            used.line(LONG);
            assertArrayEquals(fresh.line(LONG), used.line(LONG));
            assertArrayEquals(fresh.line(SHORT), used.line(SHORT));
        }
    }

    @Test
    void aFileThatIsCutOffNoLongerHoldsTheRankingAndSaysWhichBytesAreMissing() throws IOException {
        Entry last = entry("c");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 1));
        assertEquals(2, SegmentFiles.read(folder).size(), "it is ranked again");
        String said = assertThrows(IOException.class, () -> SegmentFiles.ranking(last))
                .getMessage();
        assertTrue(said.startsWith(file + " is cut off: it has no bytes " + last.rankingAt() + " to "), said);
    }

    @Test
    void aByteThatWasChangedIsToldWithItsPlace() throws IOException {
        Entry middle = entry("b");
        byte[] bytes = Files.readAllBytes(file);
        for (long at : new long[] {middle.rankingAt(), middle.rankingAt() + middle.rankingLength() / 2}) {
            byte[] changed = bytes.clone();
            changed[(int) at] ^= 1;
            Files.write(file, changed);
            String said = assertThrows(IOException.class, () -> SegmentFiles.ranking(middle))
                    .getMessage();
            assertTrue(said.startsWith(file + ", byte " + middle.rankingAt() + ": "), said);
            assertThrows(IOException.class, () -> SegmentFiles.packed(middle), "nor is it committed");
        }
    }
}
