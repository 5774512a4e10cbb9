package org.fenton.local.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every rule, and the table of what they say of an overlay. */
final class Policies {
    static final List<Policy> ALL = Stream.of(
                    PodPolicies.ALL, AvailabilityPolicies.ALL, NetworkPolicies.ALL, List.of(Rights.NARROW))
            .flatMap(List::stream)
            .toList();

    private Policies() {}

    static List<Subject> concerned(Policy policy, Manifests manifests) {
        return manifests.objects().stream()
                .map(object -> new Subject(manifests, object))
                .filter(policy.concerns())
                .toList();
    }

    /** Rule and object, for each object that breaks a rule. */
    static List<String> breaches(Manifests manifests) {
        List<String> broken = new ArrayList<>();
        for (Policy policy : ALL) {
            for (Subject subject : concerned(policy, manifests)) {
                if (!policy.holds().test(subject)) {
                    broken.add(policy.name() + ": " + subject);
                }
            }
        }
        return broken;
    }

    static String table(Manifests manifests) {
        StringBuilder table = new StringBuilder(
                "%-66s %7s %5s %7s%n".formatted("overlay " + manifests.overlay(), "objects", "pass", "spoilt"));
        for (Policy policy : ALL) {
            List<Subject> subjects = concerned(policy, manifests);
            long kept = subjects.stream().filter(policy.holds()).count();
            table.append("%-66s %7d %5d %7s%n"
                    .formatted(
                            policy.name(),
                            subjects.size(),
                            kept,
                            subjects.isEmpty()
                                    ? "-"
                                    : noticed(policy, manifests) + "/"
                                            + policy.spoils().size()));
        }
        return table.toString();
    }

    /** How many of a rule's spoils are noticed, each made to the first object that the rule concerns. */
    static int noticed(Policy policy, Manifests manifests) {
        int noticed = 0;
        for (Policy.Spoil spoil : policy.spoils()) {
            Manifests copy = manifests.copy();
            JsonNode first = concerned(policy, copy).get(0).object();
            Subject subject = new Subject(copy, first);
            spoil.on(subject);
            if (!policy.holds().test(subject)) {
                noticed++;
            }
        }
        return noticed;
    }
}
