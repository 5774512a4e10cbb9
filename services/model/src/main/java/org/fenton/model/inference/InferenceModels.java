package org.fenton.model.inference;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fenton.http.ProblemException;
import org.fenton.learning.scoring.ScoringHead;
import org.fenton.model.bundle.BundleShelf;
import org.fenton.model.bundle.HeadsShelf;
import org.fenton.model.bundle.LoadedBundle;
import org.fenton.model.bundle.LoadedHeads;
import org.fenton.model.promotion.ServedBundles;
import org.jspecify.annotations.Nullable;

/**
 * Models of the protocol: a head of model bundles, called by its id, and the bundles of heads, called {@value PairsAsked#NAME}. Each bundle is a version.
 */
@Singleton
class InferenceModels {
    private final BundleShelf shelf;
    private final HeadsShelf heads;
    private final ServedBundles served;

    InferenceModels(BundleShelf shelf, HeadsShelf heads, ServedBundles served) {
        this.shelf = shelf;
        this.heads = heads;
        this.served = served;
    }

    /**
     * The model in the bundle that is named, else in the active one of its kind.
     *
     * @throws ProblemException 404 when there is none, 503 when no bundle is active
     */
    Asked find(String model, @Nullable String version) {
        List<String> versions = versions(model);
        if (versions.isEmpty()) {
            throw ProblemException.notFound("model", model, names());
        }
        if (version != null && !versions.contains(version)) {
            throw ProblemException.notFound("version of " + model, version, versions);
        }
        if (model.equals(PairsAsked.NAME)) {
            return new PairsAsked(
                    version == null
                            ? served.activeHeads()
                            : heads.withId(version).orElseThrow());
        }
        LoadedBundle bundle =
                version == null ? served.active() : shelf.withId(version).orElseThrow();
        return head(bundle, model)
                .<Asked>map(head -> new HeadAsked(bundle.id(), head))
                .orElseThrow(() -> ProblemException.notFound("model in the active bundle", model, names()));
    }

    List<String> versions(String model) {
        if (model.equals(PairsAsked.NAME)) {
            return heads.all().stream().map(LoadedHeads::id).toList();
        }
        return shelf.all().stream()
                .filter(bundle -> head(bundle, model).isPresent())
                .map(LoadedBundle::id)
                .toList();
    }

    private List<String> names() {
        Stream<String> ofModels =
                shelf.all().stream().flatMap(bundle -> bundle.heads().stream()).map(ScoringHead::id);
        return Stream.concat(ofModels, heads.wanted() ? Stream.of(PairsAsked.NAME) : Stream.empty())
                .distinct()
                .toList();
    }

    private static Optional<ScoringHead> head(LoadedBundle bundle, String model) {
        Stream<ScoringHead> heads = bundle.heads().stream();
        return heads.filter(head -> head.id().equals(model)).findFirst();
    }
}
