package org.fenton.local.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.zjsonpatch.JsonDiff;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every object is one of the cluster's own types, to the last field, and an API server takes it, twice. */
class ApiServerTest {
    private final KubernetesMockServer server = new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);
    private final Logger chatter = Logger.getLogger("io.fabric8.mockwebserver");
    private KubernetesClient cluster;

    @BeforeEach
    void start() {
        chatter.setLevel(Level.WARNING);
        server.init();
        cluster = server.createClient();
    }

    @AfterEach
    void stop() {
        cluster.close();
        server.destroy();
    }

    /** The models keep unknown fields aside; this one refuses them. */
    private static ObjectMapper strict() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
            @Override
            public Boolean hasAnySetter(Annotated annotated) {
                return false;
            }
        });
        return mapper;
    }

    private static HasMetadata typed(JsonNode object) throws IOException {
        Class<? extends KubernetesResource> type = new KubernetesSerialization()
                .getRegisteredKubernetesResource(
                        object.path("apiVersion").asText(), object.path("kind").asText());
        assertTrue(type != null, "no such type: " + object.path("apiVersion") + " " + object.path("kind"));
        return (HasMetadata) strict().treeToValue(object, type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "release", "pods"})
    void everyObjectIsOfAKnownTypeAndIsTakenTwice(String overlay) throws IOException {
        Manifests manifests = Manifests.kept(overlay);
        TreeMap<String, Integer> kinds = new TreeMap<>();
        for (JsonNode object : manifests.objects()) {
            HasMetadata typed = typed(object);
            HasMetadata made = cluster.resource(typed).create();
            assertTrue(made.getMetadata().getUid() != null, "not taken: " + object);
            cluster.resource(typed(object)).update();
            HasMetadata held = cluster.resource(typed(object)).get();
            assertEquals(
                    "[]",
                    JsonDiff.asJson(tree(typed(object)), withoutServersFields(held))
                            .toString(),
                    Manifests.name(object));
            kinds.merge(typed.getApiVersion() + " " + typed.getKind(), 1, Integer::sum);
        }
        System.out.println(
                "overlay " + overlay + ": " + manifests.objects().size() + " objects applied twice: " + kinds);
    }

    private static JsonNode tree(HasMetadata object) throws IOException {
        return new ObjectMapper().readTree(new KubernetesSerialization().asJson(object));
    }

    /** What the server holds, less what it adds. */
    private static JsonNode withoutServersFields(HasMetadata held) throws IOException {
        JsonNode tree = tree(held);
        List.of("uid", "resourceVersion", "creationTimestamp", "generation")
                .forEach(((ObjectNode) tree.path("metadata"))::remove);
        return tree;
    }

    @Test
    void aMisspeltFieldIsRefused() throws IOException {
        Manifests release = Manifests.kept("release");
        JsonNode deployment = release.find("Deployment", "gateway").orElseThrow();
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0/securityContext"))
                .put("readOnlyRootFileSystem", true);
        JsonMappingException refused = assertThrows(JsonMappingException.class, () -> typed(deployment));
        assertTrue(refused.getMessage().contains("readOnlyRootFileSystem"), refused.getMessage());
    }
}
