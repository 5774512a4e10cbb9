package org.fenton.model.promotion;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.model.bundle.BundleShelf;
import org.fenton.model.bundle.HeadsShelf;
import org.fenton.model.bundle.LoadedBundle;
import org.fenton.model.bundle.LoadedHeads;
import org.fenton.model.promotion.Promotion.Role;
import org.jspecify.annotations.Nullable;

/** The bundle that answers a request: the one it names, else the active one. */
@Singleton
public class ServedBundles {
    private final BundleShelf shelf;
    private final HeadsShelf heads;
    private final Promotions promotions;

    ServedBundles(BundleShelf shelf, HeadsShelf heads, Promotions promotions) {
        this.shelf = shelf;
        this.heads = heads;
        this.promotions = promotions;
    }

    /** @throws ProblemException 503 when no bundle is active */
    public LoadedBundle active() {
        String id = promotions
                .holder(Role.ACTIVE)
                .orElseThrow(() -> new ProblemException(ProblemType.UNAVAILABLE, "no model bundle is loaded"));
        return shelf.withId(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNAVAILABLE,
                        "the active bundle " + id + " is not loaded; promote one of those that are"));
    }

    /** @throws ProblemException 503 when no bundle of heads is active */
    public LoadedHeads activeHeads() {
        String id = promotions
                .activeHeads()
                .orElseThrow(() -> new ProblemException(ProblemType.UNAVAILABLE, "no bundle of heads is active"));
        return heads.withId(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNAVAILABLE,
                        "the active bundle of heads " + id + " is not loaded; promote one of those that are"));
    }

    /** The bundle of heads of this id or name; empty where a model bundle is called so, whose name goes first. */
    public Optional<LoadedHeads> headsCalled(String idOrName) {
        return shelf.known().contains(idOrName) ? Optional.empty() : heads.find(idOrName);
    }

    public Optional<LoadedBundle> shadow() {
        return promotions.holder(Role.SHADOW).flatMap(shelf::withId);
    }

    /** @throws ProblemException 400 at {@code pointer} when no such bundle is served */
    public LoadedBundle chosen(@Nullable String idOrName, String pointer) {
        if (idOrName == null) {
            return active();
        }
        try {
            return shelf.find(idOrName);
        } catch (ProblemException e) {
            String detail = String.valueOf(e.problem().detail());
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    detail,
                    List.of(new Fault(pointer, detail, "an id of GET /v1/models")));
        }
    }
}
