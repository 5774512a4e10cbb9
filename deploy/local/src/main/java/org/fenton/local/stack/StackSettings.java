package org.fenton.local.stack;

import java.nio.file.Path;
import java.util.Optional;
import org.fenton.local.home.FentonHome;

/**
 * What a stack is started with.
 *
 * @param pack a class pack: tables for the catalog, a policy for the gateway
 */
public record StackSettings(FentonHome home, StackPorts ports, Path bundle, Lifetime lifetime, Optional<Path> pack) {
    public StackSettings(FentonHome home, StackPorts ports, Path bundle, Lifetime lifetime) {
        this(home, ports, bundle, lifetime, Optional.empty());
    }
}
