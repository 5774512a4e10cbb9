package org.fenton.local.cluster;

import static org.fenton.local.cluster.Policy.Spoil.container;
import static org.fenton.local.cluster.Policy.Spoil.object;
import static org.fenton.local.cluster.Policy.Spoil.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What every pod is held to: the Restricted standard, and what it leaves open. */
final class PodPolicies {
    private static final Predicate<Subject> PODS = Subject::runsPods;

    static final List<Policy> ALL = List.of(
            Policy.of(
                    "namespace enforces the Restricted standard",
                    subject -> subject.is("Namespace"),
                    subject -> subject.object()
                            .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                            .asText()
                            .equals("restricted"),
                    object("/metadata/labels/pod-security.kubernetes.io~1enforce", "\"baseline\"")),
            Policy.of(
                    "non-root, by number",
                    PODS,
                    subject -> subject.pod().at("/securityContext/runAsNonRoot").asBoolean()
                            && subject.pod().at("/securityContext/runAsUser").asInt() > 0,
                    pod("/securityContext/runAsNonRoot", "false"),
                    pod("/securityContext/runAsUser", "0")),
            Policy.of(
                    "seccomp RuntimeDefault",
                    PODS,
                    subject -> subject.pod()
                            .at("/securityContext/seccompProfile/type")
                            .asText()
                            .equals("RuntimeDefault"),
                    pod("/securityContext/seccompProfile/type", "\"Unconfined\"")),
            Policy.of(
                    "no way to more rights",
                    PODS,
                    eachContainer(each -> !each.at("/securityContext/allowPrivilegeEscalation")
                                    .asBoolean(true)
                            && !each.at("/securityContext/privileged").asBoolean()),
                    container("/securityContext/allowPrivilegeEscalation", null),
                    container("/securityContext/privileged", "true")),
            Policy.of(
                    "no capability kept",
                    PODS,
                    eachContainer(each ->
                            each.at("/securityContext/capabilities").toString().equals("{\"drop\":[\"ALL\"]}")),
                    container("/securityContext/capabilities/drop", "[\"NET_RAW\"]"),
                    container("/securityContext/capabilities/add", "[\"NET_BIND_SERVICE\"]")),
            Policy.of(
                    "read-only root",
                    PODS,
                    eachContainer(each ->
                            each.at("/securityContext/readOnlyRootFilesystem").asBoolean()),
                    container("/securityContext/readOnlyRootFilesystem", "false")),
            Policy.of(
                    "nothing of the node",
                    PODS,
                    subject -> List.of("hostNetwork", "hostPID", "hostIPC").stream()
                                    .noneMatch(subject.pod()::has)
                            && none(subject.pod().path("volumes"), "hostPath")
                            && none(subject.container().path("ports"), "hostPort"),
                    pod("/hostNetwork", "true"),
                    pod("/volumes", "[{\"name\":\"tmp\",\"hostPath\":{\"path\":\"/\"}}]")),
            Policy.of(
                    "own account; a token only for the verbs of a Role",
                    PODS,
                    subject -> hasOwnAccount(subject) && (hasNoToken(subject) || Rights.areNamed(subject)),
                    pod("/automountServiceAccountToken", null),
                    pod("/serviceAccountName", "\"default\"")),
            Policy.of(
                    "sized scratch space, /tmp among it",
                    PODS,
                    subject -> StreamSupport.stream(
                                            subject.pod().path("volumes").spliterator(), false)
                                    .allMatch(volume -> !volume.has("emptyDir")
                                            || volume.at("/emptyDir/sizeLimit").isTextual())
                            && eachContainer(each -> each.path("volumeMounts")
                                            .findValuesAsText("mountPath")
                                            .contains("/tmp"))
                                    .test(subject),
                    pod("/volumes", "[{\"name\":\"tmp\",\"emptyDir\":{}}]"),
                    container("/volumeMounts", "[]")),
            Policy.of(
                    "requests and limits; memory the same",
                    PODS,
                    eachContainer(PodPolicies::isBounded),
                    container("/resources/limits/memory", "\"9Gi\""),
                    container("/resources/requests/cpu", null)),
            Policy.of(
                    "image by digest (a release) or version",
                    PODS,
                    subject -> subject.containers().stream()
                            .map(each -> each.path("image").asText())
                            .allMatch(image -> image.matches(
                                    subject.all().overlay().equals("local")
                                            ? ".+:[0-9]+(\\.[0-9]+)+"
                                            : ".+@sha256:[0-9a-f]{64}")),
                    container("/image", "\"fenton-model:latest\"")),
            Policy.of(
                    "no credential written out",
                    PODS,
                    eachContainer(each -> StreamSupport.stream(each.path("env").spliterator(), false)
                            .filter(variable ->
                                    variable.path("name").asText().matches(".*(PASSWORD|USER|USERNAME|JDBC_URL|TOKEN)"))
                            .allMatch(variable ->
                                    variable.at("/valueFrom/secretKeyRef/name").isTextual())),
                    container("/env", "[{\"name\":\"DB_PASSWORD\",\"value\":\"x\"}]")));

    private PodPolicies() {}

    private static Predicate<Subject> eachContainer(Predicate<JsonNode> holds) {
        return subject ->
                !subject.containers().isEmpty() && subject.containers().stream().allMatch(holds);
    }

    private static boolean none(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false).noneMatch(each -> each.has(field));
    }

    private static boolean hasNoToken(Subject subject) {
        return !subject.pod().path("automountServiceAccountToken").asBoolean(true);
    }

    /** One that gives no token to a pod that does not ask. */
    private static boolean hasOwnAccount(Subject subject) {
        return subject.all()
                .find("ServiceAccount", subject.pod().path("serviceAccountName").asText())
                .filter(account -> !account.path("automountServiceAccountToken").asBoolean(true))
                .isPresent();
    }

    private static boolean isBounded(JsonNode container) {
        JsonNode requests = container.at("/resources/requests");
        JsonNode limits = container.at("/resources/limits");
        Set<String> bounded = new HashSet<>();
        limits.fieldNames().forEachRemaining(bounded::add);
        return bounded.containsAll(List.of("cpu", "memory", "ephemeral-storage"))
                && requests.has("cpu")
                && requests.has("ephemeral-storage")
                && requests.path("memory").equals(limits.path("memory"));
    }
}
