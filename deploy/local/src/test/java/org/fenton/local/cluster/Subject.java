package org.fenton.local.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One object among all of its overlay, with what it runs, if it runs pods. */
record Subject(Manifests all, JsonNode object) {
    boolean is(String... kinds) {
        return List.of(kinds).contains(Manifests.kind(object));
    }

    String name() {
        return Manifests.name(object);
    }

    boolean runsPods() {
        return Manifests.template(object).isPresent();
    }

    JsonNode at(String pointer) {
        return object.at(pointer);
    }

    JsonNode template() {
        return object.at(Manifests.template(object).orElse("/none"));
    }

    JsonNode labels() {
        return template().at("/metadata/labels");
    }

    JsonNode pod() {
        return template().path("spec");
    }

    JsonNode container() {
        return pod().at("/containers/0");
    }

    /** Every container, also those that run before. */
    List<JsonNode> containers() {
        List<JsonNode> each = new ArrayList<>();
        pod().path("initContainers").forEach(each::add);
        pod().path("containers").forEach(each::add);
        return each;
    }

    List<Subject> others(String kind) {
        return all.ofKind(kind).stream().map(object -> new Subject(all, object)).toList();
    }

    List<Subject> workloads() {
        return all.objects().stream()
                .map(object -> new Subject(all, object))
                .filter(Subject::runsPods)
                .toList();
    }

    /** A setting of its ConfigMaps, or empty. */
    String setting(String variable) {
        for (JsonNode source : container().path("envFrom")) {
            String map = source.at("/configMapRef/name").asText();
            String value = all.find("ConfigMap", map)
                    .map(found -> found.path("data").path(variable).asText())
                    .orElse("");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    @Override
    public String toString() {
        return Manifests.kind(object) + "/" + name();
    }
}
