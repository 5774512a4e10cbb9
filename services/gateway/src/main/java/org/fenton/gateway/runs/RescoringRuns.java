package org.fenton.gateway.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fenton.documents.Json;
import org.fenton.gateway.GatewayConfig;
import org.fenton.http.ProblemException;

/** Output folders of {@code fenton rescore} in one folder, as they lie there; a run is called after its folder. */
@ApplicationScoped
public class RescoringRuns {
    /** A run appends a line each time; a nightly one has hundreds. */
    private static final int LINES = 100;

    private final Optional<Path> folder;

    RescoringRuns(GatewayConfig config) {
        folder = config.runs();
    }

    /** Names of the folders that hold a committed result, sorted. */
    public List<String> ids() {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder.get())) {
            return found.filter(each -> Files.isReadable(summary(each)))
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the folder of runs cannot be listed", unreadable);
        }
    }

    /** Whether the operator named a folder. */
    public boolean isConfigured() {
        return folder.isPresent();
    }

    /** Names of the folders in which a job has done rows that it has not committed, sorted. */
    public List<String> underWay() {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder.get())) {
            return found.filter(each -> Pending.of(each).isPresent())
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the folder of runs cannot be listed", unreadable);
        }
    }

    /** What is done and not committed; the name is one of {@link #ids} or {@link #underWay}. */
    public Optional<Pending> pending(String id) {
        return ids().contains(id) || underWay().contains(id) ? Pending.of(place(id)) : Optional.empty();
    }

    /** What the committed result was made from, and its counts. */
    public ObjectNode summary(String id) {
        ObjectNode run = JsonNodeFactory.instance.objectNode().put("id", known(id));
        run.setAll((ObjectNode) json(summary(place(id))));
        return run;
    }

    /** The summary with what each run did, the last first, and the impact report if there is one. */
    public ObjectNode whole(String id) {
        ObjectNode run = summary(id);
        ArrayNode lines = run.putArray("runs");
        List<String> all = lines(place(id).resolve("runs.ndjson"));
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - LINES); i--) {
            lines.add(Json.parse(all.get(i).getBytes(StandardCharsets.UTF_8)));
        }
        Path impact = place(id).resolve("impact/impact.json");
        if (Files.isReadable(impact)) {
            run.set("impact", json(impact));
        }
        return run;
    }

    /** Only a name that the folder lists is ever made part of a path. */
    private String known(String id) {
        List<String> ids = ids();
        if (!ids.contains(id)) {
            throw ProblemException.notFound("rescoring run", id, ids);
        }
        return id;
    }

    private Path place(String id) {
        return folder.orElseThrow().resolve(id);
    }

    private static Path summary(Path run) {
        return run.resolve("current/summary.json");
    }

    private static JsonNode json(Path file) {
        try {
            return Json.parseAnswer(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a run's " + file.getFileName() + " cannot be read", unreadable);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a run's " + file.getFileName() + " cannot be read", unreadable);
        }
    }
}
