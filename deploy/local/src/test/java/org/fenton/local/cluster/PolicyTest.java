package org.fenton.local.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that rendered manifests are held to; prints the table. */
class PolicyTest {
    @ParameterizedTest
    @ValueSource(strings = {"local", "release", "pods"})
    void everyRuleHolds(String overlay) throws IOException {
        Manifests manifests = Manifests.kept(overlay);
        System.out.println(Policies.table(manifests));
        assertEquals("[]", Policies.breaches(manifests).toString());
    }

    /** A release that has something of what a rule is about. */
    private static Manifests concerned(Policy policy) throws IOException {
        Manifests release = Manifests.kept("release");
        return Policies.concerned(policy, release).isEmpty() ? Manifests.kept("pods") : release;
    }

    @Test
    void everyRuleConcernsSomethingInARelease() throws IOException {
        for (Policy policy : Policies.ALL) {
            assertFalse(Policies.concerned(policy, concerned(policy)).isEmpty(), policy.name());
        }
    }

    @Test
    void everyRuleNoticesEachOfItsSpoils() throws IOException {
        for (Policy policy : Policies.ALL) {
            assertFalse(policy.spoils().isEmpty(), policy.name());
            assertEquals(policy.spoils().size(), Policies.noticed(policy, concerned(policy)), policy.name());
        }
    }

    @Test
    void noObjectIsThereTwice() throws IOException {
        for (String overlay : Manifests.KEPT) {
            Set<String> seen = new HashSet<>();
            Manifests.kept(overlay).objects().forEach(object -> {
                String known = object.path("apiVersion").asText() + " " + Manifests.kind(object) + " "
                        + Manifests.name(object);
                assertTrue(seen.add(known), known);
            });
        }
    }

    @Test
    void aReleaseHoldsNoSecret() throws IOException {
        assertEquals(0, Manifests.kept("release").ofKind("Secret").size());
    }
}
