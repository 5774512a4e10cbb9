package org.fenton.local.cluster;

import static org.fenton.local.cluster.Policy.Spoil.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a pod may do to the cluster with its token. */
final class Rights {
    /** Of what a Role may name, nobody here may read or make these: each is a way to everything else. */
    private static final List<String> NEVER =
            List.of("secrets", "pods/exec", "serviceaccounts/token", "roles", "nodes", "*");

    static final Policy NARROW = Policy.of(
            "a Role names resources and verbs, and none that leads further",
            subject -> subject.is("Role"),
            Rights::isNarrow,
            object("/rules/0/verbs", "[\"*\"]"),
            object("/rules/0/resources", "[\"pods\",\"secrets\"]"),
            object("/rules/0/apiGroups", "[\"*\"]"),
            object("/rules", "[]"));

    private Rights() {}

    /** A Role of the namespace is bound to the pod's account, and no other kind of right is. */
    static boolean areNamed(Subject subject) {
        String account = subject.pod().path("serviceAccountName").asText();
        return subject.others("ClusterRoleBinding").isEmpty()
                && subject.others("RoleBinding").stream()
                        .filter(binding -> stream(binding.at("/subjects"))
                                .anyMatch(each -> each.path("name").asText().equals(account)))
                        .map(binding -> binding.at("/roleRef"))
                        .anyMatch(role -> role.path("kind").asText().equals("Role")
                                && subject.all()
                                        .find("Role", role.path("name").asText())
                                        .isPresent());
    }

    private static boolean isNarrow(Subject role) {
        return !role.at("/rules").isEmpty()
                && stream(role.at("/rules"))
                        .allMatch(rule -> words(rule, "verbs").noneMatch("*"::equals)
                                && words(rule, "apiGroups").noneMatch("*"::equals)
                                && words(rule, "resources").findAny().isPresent()
                                && words(rule, "resources").noneMatch(NEVER::contains));
    }

    private static Stream<String> words(JsonNode rule, String field) {
        return stream(rule.path(field)).map(JsonNode::asText);
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
