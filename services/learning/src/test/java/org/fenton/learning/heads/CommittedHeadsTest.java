package org.fenton.learning.heads;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.interaction.HeadAnswer;
import org.fenton.learning.interaction.HeadFile;
import org.fenton.learning.interaction.InteractionHead;
import org.fenton.learning.interaction.Place;
import org.fenton.learning.interaction.Subject;
import org.fenton.learning.kernel.DrugTraits;
import org.fenton.learning.kernel.LineTraits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped heads are what their card says, and nothing but them is accepted. */
class CommittedHeadsTest {
    private static final Path BUNDLE = Path.of("../../heads/lines-5");
    private static final Path CARD = Path.of("../../docs/model-card-lines.md");

    @Test
    void theCardIsMadeFromTheBundle() throws IOException, BundleException {
        HeadsBundle bundle = HeadsBundle.load(BUNDLE);
        assertEquals(Files.readString(CARD), HeadsCard.markdown(bundle));
        assertEquals(Set.of("synergy", "benefit", "sensitivity"), bundle.heads().keySet());
    }

    @Test
    void aHeadReadAndWrittenHasTheBytesOfItsFile() throws IOException {
        for (String head : Set.of("synergy", "benefit", "sensitivity")) {
            byte[] file = Files.readAllBytes(BUNDLE.resolve(HeadsBundle.path(head)));
            InteractionHead read = HeadFile.read(file);
            assertArrayEquals(file, HeadFile.bytes(read));
        }
    }

    @Test
    void aFlippedByteIsRefused(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(BUNDLE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path head = folder.resolve(HeadsBundle.path("synergy"));
        byte[] bytes = Files.readAllBytes(head);
        bytes[bytes.length / 2] ^= 1;
        Files.write(head, bytes);
        BundleException refused = assertThrows(BundleException.class, () -> HeadsBundle.load(folder));
        assertTrue(refused.getMessage().contains("heads/synergy.bin was changed"), refused.getMessage());
    }

    @Test
    void whatNobodyKnowsIsFarAway() throws BundleException {
        HeadsBundle bundle = HeadsBundle.load(BUNDLE);
        Subject nobody = new Subject("nobody knows it", DrugTraits.unknown());
        var line = new Place("nowhere", LineTraits.unknown());
        HeadAnswer answer = bundle.heads().get("synergy").answer(nobody, nobody, line);
        assertEquals(1, answer.distance());
        assertTrue(answer.beyondReach());
        assertEquals(0, answer.drugsSeen());
    }
}
