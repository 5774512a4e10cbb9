package org.fenton.model.bundle;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.prediction.Predictor;
import org.jboss.logging.Logger;

/** The bundle this process serves. Loaded and verified once at start; without one the process says why and ends. */
@Singleton
public class ServedBundle {
    private static final Logger LOG = Logger.getLogger(ServedBundle.class);

    private final ModelConfig config;
    private volatile Optional<Loaded> loaded = Optional.empty();

    private record Loaded(ModelBundle bundle, Predictor predictor) {}

    ServedBundle(ModelConfig config) {
        this.config = config;
    }

    void load(@Observes StartupEvent start) {
        try {
            ModelBundle bundle = ModelBundle.load(config.bundle());
            loaded = Optional.of(new Loaded(bundle, new Predictor(bundle)));
            LOG.infof("serving %s %s", bundle.document().name(), bundle.id());
        } catch (BundleException e) {
            LOG.error(e.getMessage());
            Quarkus.asyncExit(1);
        }
    }

    boolean isLoaded() {
        return loaded.isPresent();
    }

    public ModelBundle bundle() {
        return required().bundle();
    }

    public Predictor predictor() {
        return required().predictor();
    }

    private Loaded required() {
        return loaded.orElseThrow(() -> new ProblemException(ProblemType.UNAVAILABLE, "no model bundle is loaded"));
    }
}
