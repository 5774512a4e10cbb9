package org.fenton.rescoring;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps objects as an API server does, and lets everyone but the node do what a Role says and no more. */
final class ApiServer implements AutoCloseable {
    static final String NAMESPACE = "fenton";

    private static final String NODE = "node";
    private static final Pattern PLACE =
            Pattern.compile("/api/v1/namespaces/([^/?]+)/([^/?]+)(?:/([^/?]+))?(?:\\?(.*))?");

    /** Held while the server is: the logging system forgets levels of loggers that nobody holds. */
    private final Logger chatter = Logger.getLogger("io.fabric8.mockwebserver");

    private final Set<String> granted = new TreeSet<>();
    private final Set<String> used = new ConcurrentSkipListSet<>();
    private final Set<String> refused = new ConcurrentSkipListSet<>();
    private final KubernetesMockServer server;

    ApiServer(Role role) {
        chatter.setLevel(Level.WARNING);
        for (PolicyRule rule : role.getRules()) {
            rule.getResources()
                    .forEach(resource -> rule.getVerbs().forEach(verb -> granted.add(resource + " " + verb)));
        }
        server = new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), new Guarded(), false);
        server.init();
    }

    private final class Guarded extends KubernetesCrudDispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            if (!NODE.equals(request.getHeader("User-Agent"))) {
                String wish = wish(request);
                if (!granted.contains(wish)) {
                    refused.add(wish);
                    return new MockResponse().setResponseCode(403);
                }
                used.add(wish);
            }
            return super.dispatch(request);
        }
    }

    /** Resource and verb, as a Role names them; anything outside of the namespace is named by its path. */
    private static String wish(RecordedRequest request) {
        Matcher place = PLACE.matcher(request.getPath());
        if (!place.matches() || !place.group(1).equals(NAMESPACE)) {
            return request.getMethod() + " " + request.getPath();
        }
        boolean named = place.group(3) != null;
        boolean watched = place.group(4) != null && place.group(4).contains("watch=true");
        String verb =
                switch (request.getMethod()) {
                    case "GET" -> watched ? "watch" : named ? "get" : "list";
                    case "POST" -> "create";
                    case "PUT" -> "update";
                    case "PATCH" -> "patch";
                    case "DELETE" -> named ? "delete" : "deletecollection";
                    default -> request.getMethod();
                };
        return place.group(2) + " " + verb;
    }

    String address() {
        String url = server.url("/");
        return url.substring(0, url.length() - 1);
    }

    /** May do everything. */
    KubernetesClient node() {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(address())
                .withNamespace(NAMESPACE)
                .withUserAgent(NODE)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    Set<String> granted() {
        return granted;
    }

    Set<String> used() {
        return used;
    }

    Set<String> refused() {
        return refused;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
