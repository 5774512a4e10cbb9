package org.fenton.gateway.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** What a form sent: texts by field name, and at most one file. Blank is not given. */
final class Fields {
    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private Upload file;

    /** A file as it was sent. */
    record Upload(String name, byte[] bytes) {}

    static Fields of(MultipartFormDataInput sent) {
        Fields fields = new Fields();
        sent.getValues().forEach((name, values) -> values.forEach(value -> fields.take(name, value)));
        return fields;
    }

    static Fields none() {
        return new Fields();
    }

    private void take(String name, FormValue value) {
        if (!value.isFileItem()) {
            put(name, value.getValue());
            return;
        }
        try (InputStream bytes = value.getFileItem().getInputStream()) {
            byte[] all = bytes.readAllBytes();
            if (all.length > 0) {
                String called = value.getFileName() == null ? "the file" : value.getFileName();
                file = new Upload(called, all);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("reading what was sent", failure);
        }
    }

    void put(String name, String value) {
        if (value != null && !value.isBlank()) {
            texts.computeIfAbsent(name, first -> new ArrayList<>()).add(value.strip());
        }
    }

    Optional<Upload> file() {
        return Optional.ofNullable(file);
    }

    /** The text of a field; empty when it was not given. */
    String text(String name) {
        return texts.containsKey(name) ? texts.get(name).get(0) : "";
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    List<String> all(String name) {
        return texts.getOrDefault(name, List.of());
    }

    /** The lines of a field, also where they are separated by semicolons; blank ones left out. */
    List<String> lines(String name) {
        return Arrays.stream(text(name).split("[\\n;]"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
