package org.fenton.local.stack;

import java.nio.file.Path;
import java.util.Optional;
import org.fenton.local.home.FentonHome;

/**
 * What a stack is started with.
 *
 * @param pack a class pack: tables for the catalog, a policy for the gateway
 * @param images unpacked images to run instead of the clone's jars
 */
public record StackSettings(
        FentonHome home,
        StackPorts ports,
        Path bundle,
        Lifetime lifetime,
        Optional<Path> pack,
        Optional<ImageRoots> images) {
    public StackSettings(FentonHome home, StackPorts ports, Path bundle, Lifetime lifetime) {
        this(home, ports, bundle, lifetime, Optional.empty(), Optional.empty());
    }

    public StackSettings with(Optional<Path> classPack) {
        return new StackSettings(home, ports, bundle, lifetime, classPack, images);
    }

    public StackSettings from(ImageRoots roots) {
        return new StackSettings(home, ports, bundle, lifetime, pack, Optional.of(roots));
    }
}
