package org.fenton.http.access;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which roles may do what, from the service's own {@code access.tsv}: {@code METHOD /path/{as}/in/OpenAPI}, a tab, and the
 * roles or {@code anyone}. A path that ends in {@code /**} stands for all below it that have no row of their own; what has no
 * rule at all is refused.
 */
@Singleton
public class AccessRules {
    public static final String FILE = "access.tsv";
    static final String ANYONE = "anyone";
    private static final Set<String> ROLES = Set.of("reader", "clinician", "curator", "operator");
    private static final String BELOW = "/**";

    private final Map<String, Set<String>> rules;

    AccessRules() {
        this(read());
    }

    AccessRules(List<String> lines) {
        rules = parsed(lines);
    }

    /** Roles of which a caller must have one; {@link #ANYONE} alone when no token is asked for; empty without a rule. */
    public Optional<Set<String>> roles(String method, String path) {
        Set<String> own = rules.get(method + " " + path);
        if (own != null) {
            return Optional.of(own);
        }
        for (int end = path.length(); end >= 0; end = path.lastIndexOf('/', end - 1)) {
            Set<String> below = rules.get(method + " " + path.substring(0, end) + BELOW);
            if (below != null) {
                return Optional.of(below);
            }
        }
        return Optional.empty();
    }

    static boolean isForAnyone(Set<String> roles) {
        return roles.contains(ANYONE);
    }

    private static List<String> read() {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Set<String>> parsed(List<String> lines) {
        Map<String, Set<String>> rules = new TreeMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split("\t");
            Set<String> roles = columns.length == 2 ? Set.of(columns[1].split(" ")) : Set.of();
            boolean known = roles.equals(Set.of(ANYONE)) || (!roles.isEmpty() && ROLES.containsAll(roles));
            if (!known || rules.put(columns[0], roles) != null) {
                throw new IllegalStateException(FILE + ": '" + line + "' is no rule, or a second one");
            }
        }
        return rules;
    }
}
