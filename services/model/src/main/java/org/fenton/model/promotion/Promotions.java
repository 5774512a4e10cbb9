package org.fenton.model.promotion;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.learning.bundle.BundleException;
import org.fenton.model.bundle.BundleShelf;
import org.fenton.model.bundle.HeadsShelf;
import org.fenton.model.bundle.LoadedBundle;
import org.fenton.model.bundle.LoadedHeads;
import org.fenton.model.bundle.ModelConfig;
import org.fenton.model.promotion.Promotion.Action;
import org.fenton.model.promotion.Promotion.Kind;
import org.fenton.model.promotion.Promotion.Role;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which bundle has which role, and the history of it.
 *
 * <p>The last act wins: a promotion, or a configuration that names another bundle than at the last start. Without a state folder the configuration alone
 * decides and nothing can be promoted.
 */
@Singleton
public class Promotions {
    private static final Logger LOG = Logger.getLogger(Promotions.class);
    private static final ProblemType CONFLICT =
            new ProblemType("urn:problem:promotion-conflict", 409, "What is served does not allow this");

    private final ModelConfig config;
    private final BundleShelf shelf;
    private final HeadsShelf heads;
    private volatile Optional<PromotionJournal> journal = Optional.empty();
    private volatile @Nullable State state;
    private boolean headsSettled;

    /** History and what follows from it, replaced as one. */
    private record State(List<Promotion> history, Roles roles) {}

    /** Who asks for a change and why. */
    record Because(String reason, String by) {}

    Promotions(ModelConfig config, BundleShelf shelf, HeadsShelf heads) {
        this.config = config;
        this.shelf = shelf;
        this.heads = heads;
    }

    void start(@Observes StartupEvent start) {
        try {
            shelf.load();
            if (config.state().isPresent()) {
                open(PromotionJournal.open(config.state().get()));
            } else {
                Promotion first = configure(List.of(), Kind.MODEL, shelf.configured());
                state = new State(List.of(first), Roles.after(List.of(first)));
            }
            LOG.infof(
                    "active %s, shadow %s",
                    holder(Role.ACTIVE).orElse("none"), holder(Role.SHADOW).orElse("none"));
        } catch (BundleException | IOException e) {
            LOG.error(e.getMessage());
            Quarkus.asyncExit(1);
        }
    }

    private void open(PromotionJournal opened) throws IOException {
        journal = Optional.of(opened);
        opened.recovered()
                .ifPresent(r -> LOG.warnf(
                        "the journal ended in %d bytes of an unfinished entry, now in %s", r.bytes(), r.kept()));
        List<Promotion> history = opened.entries();
        if (!configuredLast(history, Kind.MODEL).equals(Optional.of(shelf.configured()))) {
            opened.append(configure(history, Kind.MODEL, shelf.configured()));
        }
        state = new State(opened.entries(), Roles.after(opened.entries()));
    }

    /** What the configuration named when the last entry of the kind was made. */
    private static Optional<String> configuredLast(List<Promotion> history, Kind kind) {
        return history.stream()
                .filter(entry -> entry.kind() == kind)
                .reduce((earlier, later) -> later)
                .map(Promotion::configured);
    }

    /** Heads are loaded when they are first asked for; only then is it known which the configuration names. */
    private synchronized void settleHeads() {
        State now = required();
        if (headsSettled || !heads.wanted()) {
            return;
        }
        Optional<String> configured = heads.configured();
        if (configured.isPresent() && !configuredLast(now.history(), Kind.HEADS).equals(configured)) {
            keep(configure(now.history(), Kind.HEADS, configured.get()));
        }
        headsSettled = true;
    }

    private Promotion configure(List<Promotion> history, Kind kind, String configured) {
        String previous = Roles.after(history).holder(kind, Role.ACTIVE).orElse(null);
        String reason = history.stream().noneMatch(entry -> entry.kind() == kind)
                ? "first start"
                : "the configuration names another bundle than at the last start";
        return new Promotion(
                history.size() + 1,
                now(),
                Action.CONFIGURE,
                Role.ACTIVE,
                configured,
                previous,
                reason,
                "configuration",
                configured,
                kind);
    }

    void stop(@Observes ShutdownEvent stop) throws IOException {
        if (journal.isPresent()) {
            journal.get().close();
            journal = Optional.empty();
        }
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    List<Promotion> history() {
        return required().history();
    }

    boolean canPromote() {
        return journal.isPresent();
    }

    Optional<PromotionJournal.Recovered> recovered() {
        return journal.flatMap(PromotionJournal::recovered);
    }

    /** Id of the bundle that has the role; it may be one that is not on the shelf. */
    public Optional<String> holder(Role role) {
        State now = state;
        return now == null ? Optional.empty() : now.roles().holder(Kind.MODEL, role);
    }

    /** Id of the bundle of heads that answers where none is named; loads the heads. */
    public Optional<String> activeHeads() {
        settleHeads();
        return required().roles().holder(Kind.HEADS, Role.ACTIVE);
    }

    private State required() {
        State now = state;
        if (now == null) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "no model bundle is loaded");
        }
        return now;
    }

    synchronized Promotion promote(LoadedBundle bundle, Role role, Because because) {
        Optional<String> holder = required().roles().holder(Kind.MODEL, role);
        if (holder.equals(Optional.of(bundle.id()))) {
            throw conflict(bundle.id() + " is already " + word(role));
        }
        if (role == Role.SHADOW && holder(Role.ACTIVE).equals(Optional.of(bundle.id()))) {
            throw conflict(bundle.id() + " is active; a bundle is not its own shadow");
        }
        return record(Action.PROMOTE, Kind.MODEL, role, Optional.of(bundle.id()), because);
    }

    synchronized Promotion promote(LoadedHeads bundle, Role role, Because because) {
        refuseShadowOfHeads(role);
        if (activeHeads().equals(Optional.of(bundle.id()))) {
            throw conflict(bundle.id() + " is already active");
        }
        return record(Action.PROMOTE, Kind.HEADS, role, Optional.of(bundle.id()), because);
    }

    private static void refuseShadowOfHeads(Role role) {
        if (role == Role.SHADOW) {
            throw conflict(
                    "heads have no shadow: what they answer is no ranking to compare; ask the other version by its id");
        }
    }

    synchronized Promotion rollBack(Kind kind, Role role, Because because) {
        if (kind == Kind.HEADS) {
            refuseShadowOfHeads(role);
            settleHeads();
        }
        List<Optional<String>> before = required().roles().before(kind, role);
        if (before.isEmpty()) {
            throw conflict("nothing to roll back: no earlier bundle was " + word(role));
        }
        Optional<String> target = before.get(0);
        if (target.isPresent() && !loaded(kind, target.get())) {
            throw conflict("the earlier bundle " + target.get() + " is not loaded here");
        }
        return record(Action.ROLL_BACK, kind, role, target, because);
    }

    private boolean loaded(Kind kind, String id) {
        return kind == Kind.MODEL
                ? shelf.withId(id).isPresent()
                : heads.withId(id).isPresent();
    }

    private Promotion record(Action action, Kind kind, Role role, Optional<String> bundle, Because because) {
        if (journal.isEmpty()) {
            throw conflict(
                    "this service has no state folder (FENTON_MODEL_STATE), so the configuration alone says what is active");
        }
        State now = required();
        Promotion entry = new Promotion(
                now.history().size() + 1,
                now(),
                action,
                role,
                bundle.orElse(null),
                now.roles().holder(kind, role).orElse(null),
                because.reason(),
                because.by(),
                kind == Kind.MODEL ? shelf.configured() : heads.configured().orElse(null),
                kind);
        keep(entry);
        LOG.infof("%s is now %s of %s (%s)", bundle.orElse("nobody"), word(role), kind, action);
        return entry;
    }

    /** On disk first, where there is a journal. */
    private void keep(Promotion entry) {
        List<Promotion> history = new ArrayList<>(required().history());
        history.add(entry);
        try {
            if (journal.isPresent()) {
                journal.get().append(entry);
            }
        } catch (IOException e) {
            LOG.error("the promotion was not recorded", e);
            throw new ProblemException(
                    ProblemType.UNAVAILABLE, "the promotion journal cannot be written; nothing was changed");
        }
        state = new State(List.copyOf(history), Roles.after(history));
    }

    private static ProblemException conflict(String detail) {
        return new ProblemException(CONFLICT, detail);
    }

    static String word(Role role) {
        return role == Role.ACTIVE ? "active" : "shadow";
    }
}
