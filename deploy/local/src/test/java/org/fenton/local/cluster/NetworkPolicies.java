package org.fenton.local.cluster;

import static org.fenton.local.cluster.Policy.Spoil.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Who may talk to whom. */
final class NetworkPolicies {
    private static final Predicate<Subject> RULES = subject -> subject.is("NetworkPolicy");

    static final List<Policy> ALL = List.of(
            Policy.of(
                    "nothing may talk unless named",
                    subject -> RULES.test(subject) && subject.name().equals("default-deny"),
                    subject -> subject.at("/spec")
                            .toString()
                            .equals("{\"podSelector\":{},\"policyTypes\":[\"Ingress\",\"Egress\"]}"),
                    object("/spec/policyTypes", "[\"Ingress\"]"),
                    object("/spec/egress", "[{}]")),
            Policy.of(
                    "a rule names peers and ports",
                    RULES,
                    subject -> rules(subject, "ingress", "from").allMatch(NetworkPolicies::isNarrow)
                            && rules(subject, "egress", "to").allMatch(NetworkPolicies::isNarrow),
                    object("/spec/ingress", "[{\"ports\":[{\"port\":\"http\"}]}]"),
                    object("/spec/egress", "[{\"to\":[{\"podSelector\":{}}],\"ports\":[{\"port\":1}]}]"),
                    object(
                            "/spec/egress",
                            "[{\"to\":[{\"ipBlock\":{\"cidr\":\"0.0.0.0/0\"}}],\"ports\":[{\"port\":1}]}]")),
            Policy.of(
                    "every pod has rules of its own, both ways",
                    Subject::runsPods,
                    subject -> subject.others("NetworkPolicy").stream()
                            .filter(rule -> !rule.at("/spec/podSelector").isEmpty())
                            .filter(rule -> Manifests.selects(rule.at("/spec/podSelector"), subject.labels()))
                            .anyMatch(rule -> rule.at("/spec/policyTypes").size() == 2),
                    Policy.Spoil.object("/spec", "{\"template\":{\"spec\":{}}}")),
            Policy.of(
                    "who may call is let in, and can look up names",
                    Subject::runsPods,
                    NetworkPolicies::callsAreAnswered,
                    relabelled("catalog")),
            Policy.of(
                    "a Service leads to a port of pods that are there",
                    subject -> subject.is("Service") && subject.at("/spec").has("selector"),
                    NetworkPolicies::leadsSomewhere,
                    object("/spec/selector", "{\"app.kubernetes.io/name\":\"nobody\"}"),
                    object("/spec/ports/0/targetPort", null)),
            Policy.of(
                    "from outside by TLS only, and not to health and metrics",
                    subject -> subject.is("Ingress"),
                    NetworkPolicies::isClosedToTheCurious,
                    object("/spec/tls", "[]"),
                    object("/spec/rules/0/http/paths/0", null)));

    private NetworkPolicies() {}

    /** A pod that takes another's label would be let in where it is not named. */
    private static Policy.Spoil relabelled(String name) {
        return object("/spec/template/metadata/labels/app.kubernetes.io~1name", "\"not-" + name + "\"");
    }

    private static Stream<JsonNode> rules(Subject policy, String way, String peers) {
        return stream(policy.at("/spec/" + way)).map(rule -> {
            JsonNode copy = rule.deepCopy();
            ((ObjectNode) copy).set("peers", rule.path(peers));
            return copy;
        });
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static boolean isNarrow(JsonNode rule) {
        return !rule.path("ports").isEmpty()
                && !rule.path("peers").isEmpty()
                && stream(rule.path("peers"))
                        .noneMatch(peer -> peer.toString().equals("{\"podSelector\":{}}")
                                || peer.toString().equals("{\"namespaceSelector\":{}}")
                                || peer.at("/ipBlock/cidr").asText().endsWith("/0"));
    }

    private static List<Subject> of(Subject pods) {
        return pods.others("NetworkPolicy").stream()
                .filter(rule -> !rule.at("/spec/podSelector").isEmpty())
                .filter(rule -> Manifests.selects(rule.at("/spec/podSelector"), pods.labels()))
                .toList();
    }

    /** For each pod that this one may call, the callee's own rules name the caller; and a caller finds the name server. */
    private static boolean callsAreAnswered(Subject caller) {
        List<JsonNode> callees = of(caller).stream()
                .flatMap(rule -> rules(rule, "egress", "to"))
                .flatMap(rule -> stream(rule.path("peers")))
                .toList();
        boolean looksUp = callees.stream().anyMatch(peer -> peer.toString().contains("kube-dns"));
        for (JsonNode peer : callees) {
            if (peer.has("namespaceSelector") || peer.has("ipBlock")) {
                continue;
            }
            for (Subject callee : caller.workloads()) {
                if (Manifests.selects(peer.path("podSelector"), callee.labels())
                        && (!looksUp || !letsIn(callee, caller))) {
                    return false;
                }
            }
        }
        return !of(caller).isEmpty();
    }

    private static boolean letsIn(Subject callee, Subject caller) {
        return of(callee).stream()
                .flatMap(rule -> rules(rule, "ingress", "from"))
                .flatMap(rule -> stream(rule.path("peers")))
                .filter(peer -> !peer.has("namespaceSelector"))
                .anyMatch(peer -> Manifests.selects(peer.path("podSelector"), caller.labels()));
    }

    private static boolean leadsSomewhere(Subject service) {
        JsonNode port = service.at("/spec/ports/0");
        JsonNode target = port.has("targetPort") ? port.path("targetPort") : port.path("port");
        return service.workloads().stream()
                .filter(pods -> Manifests.selects(wrapped(service.at("/spec/selector")), pods.labels()))
                .anyMatch(pods -> stream(pods.container().path("ports"))
                        .anyMatch(each -> each.path("name").equals(target)
                                || each.path("containerPort").equals(target)));
    }

    private static JsonNode wrapped(JsonNode labels) {
        return new ObjectMapper().createObjectNode().set("matchLabels", labels);
    }

    private static boolean isClosedToTheCurious(Subject ingress) {
        JsonNode first = ingress.at("/spec/rules/0/http/paths/0");
        boolean closed = first.path("path").asText().equals("/q")
                && ingress.all()
                        .find("Service", first.at("/backend/service/name").asText())
                        .filter(service -> !service.path("spec").has("selector"))
                        .isPresent();
        return closed
                && stream(ingress.at("/spec/rules"))
                        .map(rule -> rule.path("host"))
                        .allMatch(host -> stream(ingress.at("/spec/tls"))
                                .filter(tls -> tls.path("secretName").isTextual())
                                .flatMap(tls -> stream(tls.path("hosts")))
                                .anyMatch(host::equals));
    }
}
