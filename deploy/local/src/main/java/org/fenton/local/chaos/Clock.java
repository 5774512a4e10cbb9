package org.fenton.local.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The wall clock of the three services, which libfaketime lets jump while they run; PostgreSQL keeps the right time, so the two
 * disagree. The monotonic clock stays as it is, as on a real machine.
 */
final class Clock {
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib64/faketime/libfaketimeMT.so.1"));
    private static final String RIGHT = "+0";

    private final Path offset;
    private final Optional<Path> library =
            LIBRARIES.stream().filter(Files::exists).findFirst();

    Clock(Path data) throws IOException {
        offset = Files.writeString(data.resolve("clock"), RIGHT);
    }

    Map<String, String> environment() {
        return library.map(found -> Map.of(
                        "LD_PRELOAD", found.toString(),
                        "FAKETIME_TIMESTAMP_FILE", offset.toString(),
                        "FAKETIME_CACHE_DURATION", "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                        // else its own waiting lets the threads of a virtual machine spin
                        "FAKETIME_FORCE_MONOTONIC_FIX", "0"))
                .orElse(Map.of());
    }

    List<Fault> faults() {
        return List.of(jump("clock a day ahead", "+1d"), jump("clock a day back", "-1d"));
    }

    private Fault jump(String name, String by) {
        return Fault.of(name, () -> Files.writeString(offset, by), () -> Files.writeString(offset, RIGHT))
                .lacking(() -> library.isPresent() ? "" : "libfaketime is not installed");
    }
}
