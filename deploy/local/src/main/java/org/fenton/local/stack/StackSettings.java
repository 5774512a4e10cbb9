package org.fenton.local.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.fenton.local.home.FentonHome;

/**
 * What a stack is started with.
 *
 * @param pack a class pack: tables for the catalog, a policy for the gateway
 * @param images unpacked images to run instead of the clone's jars
 * @param environment variables of all three services, before those that the launcher sets
 */
public record StackSettings(
        FentonHome home,
        StackPorts ports,
        Path bundle,
        Lifetime lifetime,
        Optional<Path> pack,
        Optional<ImageRoots> images,
        Map<String, String> environment) {
    public StackSettings(FentonHome home, StackPorts ports, Path bundle, Lifetime lifetime) {
        this(home, ports, bundle, lifetime, Optional.empty(), Optional.empty(), Map.of());
    }

    public StackSettings with(Optional<Path> classPack) {
        return new StackSettings(home, ports, bundle, lifetime, classPack, images, environment);
    }

    public StackSettings from(ImageRoots roots) {
        return new StackSettings(home, ports, bundle, lifetime, pack, Optional.of(roots), environment);
    }

    /** The same with variables of its own. */
    public StackSettings with(Map<String, String> variables) {
        return new StackSettings(home, ports, bundle, lifetime, pack, images, Map.copyOf(variables));
    }
}
