package org.fenton.model.bundle;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** The service's own settings. */
@ConfigMapping(prefix = "fenton.model")
interface ModelConfig {
    /** Directory of the bundle to serve. */
    Path bundle();
}
