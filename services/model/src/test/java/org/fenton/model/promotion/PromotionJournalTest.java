package org.fenton.model.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fenton.model.promotion.Promotion.Action;
import org.fenton.model.promotion.Promotion.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromotionJournalTest {
    @TempDir
    Path folder;

    private static Promotion entry(int sequence, String bundle) {
        return new Promotion(
                sequence,
                "2026-01-01T00:00:00Z",
                Action.PROMOTE,
                Role.ACTIVE,
                bundle,
                null,
                "why\n\"so\"",
                "müller",
                "sha256:c",
                Promotion.Kind.MODEL);
    }

    @Test
    void whatWasAppendedIsThereAgain() throws IOException {
        List<Promotion> written = List.of(entry(1, "a"), entry(2, "b"), entry(3, "c"));
        try (PromotionJournal journal = PromotionJournal.open(folder.resolve("new/state"))) {
            for (Promotion promotion : written) {
                journal.append(promotion);
            }
            assertEquals(written, journal.entries());
        }
        try (PromotionJournal journal = PromotionJournal.open(folder.resolve("new/state"))) {
            assertEquals(written, journal.entries());
            assertEquals(Optional.empty(), journal.recovered());
        }
    }

    @Test
    void anEntryFromBeforeThereWereKindsIsOfAModelBundle() throws IOException {
        try (PromotionJournal journal = PromotionJournal.open(folder)) {
            journal.append(entry(1, "a"));
        }
        Path file = folder.resolve(PromotionJournal.FILE);
        String line = Files.readString(file);
        String before = line.replace(",\"kind\":\"model\"", "");
        assertTrue(before.length() < line.length(), line);
        Files.writeString(file, before);
        try (PromotionJournal journal = PromotionJournal.open(folder)) {
            assertEquals(List.of(entry(1, "a")), journal.entries());
        }
    }

    /** A crash may leave any part of the last line; the entries before it are kept, the part is set aside, and appending goes on. */
    @Test
    void anyTruncationOfTheLastLineIsSurvivedAndReported() throws IOException {
        try (PromotionJournal journal = PromotionJournal.open(folder)) {
            journal.append(entry(1, "a"));
            journal.append(entry(2, "b"));
        }
        byte[] whole = Files.readAllBytes(folder.resolve(PromotionJournal.FILE));
        int first = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        for (int length = first; length < whole.length; length++) {
            Path state = folder.resolve("cut" + length);
            Files.createDirectories(state);
            Files.write(state.resolve(PromotionJournal.FILE), Arrays.copyOf(whole, length));
            try (PromotionJournal journal = PromotionJournal.open(state)) {
                assertEquals(List.of(entry(1, "a")), journal.entries());
                assertEquals(length > first, journal.recovered().isPresent());
                if (length > first) {
                    PromotionJournal.Recovered recovered = journal.recovered().orElseThrow();
                    assertEquals(length - first, recovered.bytes());
                    assertEquals(length - first, Files.size(state.resolve(recovered.kept())));
                }
                journal.append(entry(2, "b"));
            }
            assertEquals(List.of(), difference(whole, Files.readAllBytes(state.resolve(PromotionJournal.FILE))));
        }
    }

    private static List<Integer> difference(byte[] a, byte[] b) {
        int at = Arrays.mismatch(a, b);
        return at < 0 ? List.of() : List.of(at);
    }

    @Test
    void aLineInTheMiddleThatIsNoPromotionIsRefused() throws IOException {
        Files.writeString(folder.resolve(PromotionJournal.FILE), "{\"sequence\":1}\n");
        assertTrue(refusal().contains("line 1"), refusal());
        Files.writeString(folder.resolve(PromotionJournal.FILE), "nonsense\n");
        assertTrue(refusal().contains("line 1 is not a promotion"), refusal());
    }

    private String refusal() {
        return String.valueOf(assertThrows(IOException.class, () -> PromotionJournal.open(folder))
                .getMessage());
    }

    @Test
    void oneHolderAtATimeAndNobodyElseWrites() throws IOException {
        try (PromotionJournal journal = PromotionJournal.open(folder)) {
            assertTrue(refusal().contains("already holds"), refusal());
            journal.append(entry(1, "a"));
            Files.writeString(folder.resolve(PromotionJournal.FILE), "{}\n", java.nio.file.StandardOpenOption.APPEND);
            assertThrows(IOException.class, () -> journal.append(entry(2, "b")));
            assertEquals(1, journal.entries().size());
        }
    }

    /** Roles follow a plain stack, whatever the history. */
    @Property(tries = 200)
    void rollBacksTakeBackInTurn(@ForAll long seed) {
        Random random = new Random(seed);
        Deque<String> active = new ArrayDeque<>();
        List<Promotion> history = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            List<Optional<String>> before = Roles.after(history).before(Promotion.Kind.MODEL, Role.ACTIVE);
            assertEquals(active.size() > 1, !before.isEmpty());
            if (active.size() > 1 && random.nextBoolean()) {
                active.pop();
                assertEquals(active.element(), before.get(0).orElseThrow());
                history.add(change(i, Action.ROLL_BACK, active.element()));
            } else {
                active.push("b" + random.nextInt(4));
                history.add(change(i, i == 1 ? Action.CONFIGURE : Action.PROMOTE, active.element()));
            }
            assertEquals(Optional.of(active.element()), Roles.after(history).holder(Promotion.Kind.MODEL, Role.ACTIVE));
            assertEquals(Optional.empty(), Roles.after(history).holder(Promotion.Kind.MODEL, Role.SHADOW));
        }
    }

    private static Promotion change(int sequence, Action action, String bundle) {
        return new Promotion(sequence, "t", action, Role.ACTIVE, bundle, null, "r", "b", "c", Promotion.Kind.MODEL);
    }
}
