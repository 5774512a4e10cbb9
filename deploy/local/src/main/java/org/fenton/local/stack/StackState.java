package org.fenton.local.stack;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What {@code .local/stack.json} says of a running stack. Members stand in the order they were started.
 */
public record StackState(String format, Lifetime lifetime, Member launcher, String bundle, List<Member> members) {
    public static final String FORMAT = "fenton-stack/1";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The stack the file describes, if any process of it is still alive. */
    public static Optional<StackState> running(Path file) {
        return read(file).filter(state -> state.members().stream()
                .anyMatch(member -> member.process().isPresent()));
    }

    private static Optional<StackState> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            StackState state = JSON.readValue(file.toFile(), StackState.class);
            return FORMAT.equals(state.format()) ? Optional.of(state) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot read " + file + ": delete it and stop left-over processes by hand", e);
        }
    }

    /** Written beside and moved over, so that a reader never sees half a file. */
    void write(Path file) {
        try {
            Path half = file.resolveSibling(file.getFileName() + ".half");
            Files.write(half, JSON.writeValueAsBytes(this));
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    public Member member(String name) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + name + " in this stack"));
    }

    public URI address(String name) {
        return URI.create("http://127.0.0.1:" + member(name).port());
    }

    @JsonIgnore
    public boolean isWhole() {
        return members.stream().allMatch(member -> member.process().isPresent());
    }

    /** Ends the launcher, which ends its members in order; then whatever is left, last started first. */
    public void stop() {
        if (lifetime == Lifetime.WITH_LAUNCHER) {
            launcher.stop(Member.GRACE.multipliedBy(4));
        }
        Member.stopInReverse(members);
    }
}
