package org.fenton.model.bundle;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The service's own settings. */
@ConfigMapping(prefix = "fenton.model")
public interface ModelConfig {
    /** Directory of the bundle that is active until another is promoted. */
    Path bundle();

    /** Folder whose bundle directories are loaded beside it. */
    Optional<Path> bundles();

    /** Directory of the bundle of heads that is active until another is promoted; read when heads are first asked for, none unless set. */
    Optional<Path> heads();

    /** Folder whose bundles of heads are loaded beside it. */
    Optional<Path> headsBeside();

    /** Writable folder of the promotion journal; without one nothing can be promoted here. */
    Optional<Path> state();
}
