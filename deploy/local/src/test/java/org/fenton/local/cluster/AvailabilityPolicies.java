package org.fenton.local.cluster;

import static org.fenton.local.cluster.Policy.Spoil.container;
import static org.fenton.local.cluster.Policy.Spoil.object;
import static org.fenton.local.cluster.Policy.Spoil.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What keeps a service answering: through a roll-out, a drained node, a rush. */
final class AvailabilityPolicies {
    private static final Predicate<Subject> SERVICES = subject -> subject.is("Deployment");
    private static final Predicate<Subject> BATCH = subject -> subject.is("CronJob", "Job");

    static final List<Policy> ALL = List.of(
            Policy.of(
                    "three distinct probes, of the port that it listens on",
                    SERVICES,
                    AvailabilityPolicies::hasProbes,
                    container("/readinessProbe/httpGet/path", "\"/q/health/live\""),
                    container("/livenessProbe", null),
                    container("/ports/0/containerPort", "9")),
            Policy.of(
                    "a roll-out takes nothing away first",
                    SERVICES,
                    AvailabilityPolicies::rollsWithoutLoss,
                    object("/spec/strategy/rollingUpdate/maxUnavailable", "1"),
                    container("/lifecycle", null),
                    pod("/terminationGracePeriodSeconds", "24")),
            Policy.of(
                    "disruption budget",
                    SERVICES,
                    subject -> budgeted(subject).size() == 1,
                    object("/spec/template/metadata/labels/app.kubernetes.io~1name", "\"other\"")),
            Policy.of(
                    "autoscaler with behaviour, which alone owns the replicas",
                    SERVICES,
                    subject -> !subject.at("/spec").has("replicas")
                            && subject.others("HorizontalPodAutoscaler").stream()
                                    .anyMatch(scaler -> scales(scaler, subject)),
                    object("/spec/replicas", "3"),
                    object("/metadata/name", "\"other\"")),
            Policy.of(
                    "autoscaler of a release: two at least, more at most, slow to shrink",
                    subject -> subject.is("HorizontalPodAutoscaler")
                            && subject.all().overlay().equals("release"),
                    subject -> subject.at("/spec/minReplicas").asInt() >= 2
                            && subject.at("/spec/maxReplicas").asInt()
                                    > subject.at("/spec/minReplicas").asInt()
                            && subject.at("/spec/behavior/scaleDown/stabilizationWindowSeconds")
                                            .asInt()
                                    >= 300,
                    object("/spec/minReplicas", "1"),
                    object("/spec/behavior", "{}")),
            Policy.of(
                    "spread over zones and hosts",
                    SERVICES,
                    subject -> Set.copyOf(subject.pod()
                                    .path("topologySpreadConstraints")
                                    .findValuesAsText("topologyKey"))
                            .equals(Set.of("topology.kubernetes.io/zone", "kubernetes.io/hostname")),
                    pod("/topologySpreadConstraints/0", null)),
            Policy.of(
                    "priority: answers before batches",
                    SERVICES.or(BATCH),
                    subject -> subject.all()
                            .find(
                                    "PriorityClass",
                                    subject.pod().path("priorityClassName").asText())
                            .filter(found ->
                                    name(found).equals(SERVICES.test(subject) ? "fenton-serving" : "fenton-batch"))
                            .isPresent(),
                    pod("/priorityClassName", null)),
            Policy.of(
                    "a batch ends: deadline, tries, what is no use to try again",
                    BATCH,
                    AvailabilityPolicies::batchEnds,
                    pod("/restartPolicy", "\"Always\"")),
            Policy.of(
                    "what is referred to is there",
                    Subject::runsPods,
                    AvailabilityPolicies::referencesHold,
                    pod("/volumes", "[{\"name\":\"x\",\"persistentVolumeClaim\":{\"claimName\":\"y\"}}]"),
                    container("/envFrom", "[{\"configMapRef\":{\"name\":\"nothing\"}}]")));

    private AvailabilityPolicies() {}

    private static String name(JsonNode object) {
        return Manifests.name(object);
    }

    private static boolean hasProbes(Subject subject) {
        JsonNode container = subject.container();
        String tls = subject.setting("QUARKUS_HTTP_SSL_PORT");
        String listens = tls.isEmpty() ? subject.setting("QUARKUS_HTTP_PORT") : tls;
        String scheme = tls.isEmpty() ? "" : "HTTPS";
        return container.at("/ports/0/containerPort").asText().equals(listens)
                && probes(container, "startupProbe", "/q/health/started", scheme)
                && probes(container, "readinessProbe", "/q/health/ready", scheme)
                && probes(container, "livenessProbe", "/q/health/live", scheme);
    }

    private static boolean probes(JsonNode container, String probe, String path, String scheme) {
        JsonNode asked = container.path(probe).path("httpGet");
        return asked.path("path").asText().equals(path)
                && asked.path("port").equals(container.at("/ports/0/name"))
                && asked.path("scheme").asText().equals(scheme);
    }

    private static boolean rollsWithoutLoss(Subject subject) {
        int drained = subject.container().at("/lifecycle/preStop/sleep/seconds").asInt();
        int leaving = seconds(subject.setting("QUARKUS_SHUTDOWN_DELAY"));
        int ending = seconds(subject.setting("QUARKUS_SHUTDOWN_TIMEOUT"));
        return subject.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(1) == 0
                && drained > 0
                && leaving > 0
                && ending > 0
                && subject.pod().path("terminationGracePeriodSeconds").asInt() > drained + leaving + ending;
    }

    /** 0 for what is not a number of seconds. */
    private static int seconds(String setting) {
        return setting.matches("[0-9]+S") ? Integer.parseInt(setting.replace("S", "")) : 0;
    }

    private static List<Subject> budgeted(Subject subject) {
        return subject.others("PodDisruptionBudget").stream()
                .filter(budget -> Manifests.selects(budget.at("/spec/selector"), subject.labels()))
                .filter(budget -> budget.at("/spec/maxUnavailable").asInt() == 1)
                .toList();
    }

    private static boolean scales(Subject scaler, Subject subject) {
        return scaler.at("/spec/scaleTargetRef/name").asText().equals(subject.name())
                && scaler.at("/spec/behavior/scaleUp").isObject()
                && scaler.at("/spec/behavior/scaleDown").isObject();
    }

    private static boolean batchEnds(Subject subject) {
        JsonNode job = subject.is("CronJob") ? subject.at("/spec/jobTemplate/spec") : subject.at("/spec");
        boolean alone = !subject.is("CronJob")
                || subject.at("/spec/concurrencyPolicy").asText().equals("Forbid")
                        && subject.at("/spec/timeZone").isTextual();
        return alone
                && job.path("activeDeadlineSeconds").asInt() > 0
                && job.path("ttlSecondsAfterFinished").asInt() > 0
                && job.has("backoffLimit")
                && job.at("/podFailurePolicy/rules").size() == 2
                && subject.pod().path("restartPolicy").asText().equals("Never");
    }

    /** A Secret may be made elsewhere; everything else has to be among what is applied. */
    private static boolean referencesHold(Subject subject) {
        return subject.template().findValues("configMapRef").stream().allMatch(map -> subject.all()
                        .find("ConfigMap", map.path("name").asText())
                        .isPresent())
                && subject.pod().findValues("persistentVolumeClaim").stream().allMatch(claim -> subject.all()
                        .find("PersistentVolumeClaim", claim.path("claimName").asText())
                        .isPresent());
    }
}
