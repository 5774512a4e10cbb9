package org.fenton.model.inference;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fenton.http.ProblemException;
import org.fenton.learning.scoring.ScoringHead;
import org.fenton.model.bundle.BundleShelf;
import org.fenton.model.bundle.LoadedBundle;
import org.fenton.model.promotion.ServedBundles;
import org.jspecify.annotations.Nullable;

/** Heads as models of the protocol: a model is a head, called by its id, and each bundle that has the head is a version of it. */
@Singleton
class InferenceModels {
    private final BundleShelf shelf;
    private final ServedBundles served;

    InferenceModels(BundleShelf shelf, ServedBundles served) {
        this.shelf = shelf;
        this.served = served;
    }

    /** A head of one bundle; the version is the bundle's id. */
    record Versioned(String version, ScoringHead head) {}

    /**
     * The head in the bundle that is named, else in the active one.
     *
     * @throws ProblemException 404 when there is none, 503 when no bundle is active
     */
    Versioned find(String model, @Nullable String version) {
        List<String> versions = versions(model);
        if (versions.isEmpty()) {
            throw ProblemException.notFound("model", model, names());
        }
        if (version != null && !versions.contains(version)) {
            throw ProblemException.notFound("version of " + model, version, versions);
        }
        LoadedBundle bundle =
                version == null ? served.active() : shelf.withId(version).orElseThrow();
        return head(bundle, model)
                .map(head -> new Versioned(bundle.id(), head))
                .orElseThrow(() -> ProblemException.notFound("model in the active bundle", model, names()));
    }

    List<String> versions(String model) {
        return shelf.all().stream()
                .filter(bundle -> head(bundle, model).isPresent())
                .map(LoadedBundle::id)
                .toList();
    }

    private List<String> names() {
        return shelf.all().stream()
                .flatMap(bundle -> bundle.heads().stream())
                .map(ScoringHead::id)
                .distinct()
                .toList();
    }

    private static Optional<ScoringHead> head(LoadedBundle bundle, String model) {
        Stream<ScoringHead> heads = bundle.heads().stream();
        return heads.filter(head -> head.id().equals(model)).findFirst();
    }
}
