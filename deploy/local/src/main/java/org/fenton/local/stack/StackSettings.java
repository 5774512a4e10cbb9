package org.fenton.local.stack;

import java.nio.file.Path;
import org.fenton.local.home.FentonHome;

/** What a stack is started with. */
public record StackSettings(FentonHome home, StackPorts ports, Path bundle, Lifetime lifetime) {}
