package org.fenton.local.stack;

/** How long the processes of a stack live. */
public enum Lifetime {
    /** They end with the launcher, however the launcher ends. */
    WITH_LAUNCHER,
    /** They outlive the launcher; {@code fenton down} ends them. */
    DETACHED
}
