package org.fenton.model.bundle;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.heads.HeadsBundle;
import org.fenton.model.bundle.BundleShelf.Refused;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The bundles of heads of this process, loaded and verified when they are first asked for: they are heavy, and no ranking needs them. */
@Singleton
public class HeadsShelf {
    private static final Logger LOG = Logger.getLogger(HeadsShelf.class);

    private final ModelConfig config;
    private @Nullable Content content;

    private record Content(Optional<String> configured, Map<String, LoadedHeads> byId, List<Refused> refused) {}

    HeadsShelf(ModelConfig config) {
        this.config = config;
    }

    /** Whether the configuration names any; nothing is loaded to say so. */
    public boolean wanted() {
        return config.heads().isPresent() || config.headsBeside().isPresent();
    }

    private synchronized Content content() {
        Content known = content;
        if (known == null) {
            known = load();
            content = known;
        }
        return known;
    }

    private Content load() {
        Map<String, LoadedHeads> byId = new LinkedHashMap<>();
        List<Refused> refused = new ArrayList<>();
        Optional<String> configured = config.heads().flatMap(directory -> add(directory, byId, refused));
        try {
            for (Path directory : beside()) {
                add(directory, byId, refused);
            }
        } catch (IOException e) {
            refused.add(refused(config.headsBeside().orElseThrow(), "the folder cannot be listed: " + e.getMessage()));
        }
        return new Content(configured, byId, List.copyOf(refused));
    }

    private static Optional<String> add(Path directory, Map<String, LoadedHeads> byId, List<Refused> refused) {
        try {
            LoadedHeads loaded = LoadedHeads.of(HeadsBundle.load(directory));
            byId.putIfAbsent(loaded.id(), loaded);
            return Optional.of(loaded.id());
        } catch (BundleException | IllegalArgumentException e) {
            refused.add(refused(directory, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static Refused refused(Path directory, String reason) {
        LOG.warnf("not served: %s: %s", directory.getFileName(), reason);
        return new Refused(String.valueOf(directory.getFileName()), reason);
    }

    private List<Path> beside() throws IOException {
        if (config.headsBeside().isEmpty()) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(config.headsBeside().get())) {
            List<Path> found = new ArrayList<>();
            for (Path entry : entries.filter(Files::isDirectory).sorted().toList()) {
                boolean configured = config.heads().isPresent()
                        && Files.exists(config.heads().get())
                        && Files.isSameFile(entry, config.heads().get());
                if (!configured) {
                    found.add(entry);
                }
            }
            return found;
        }
    }

    /** Id of the bundle that the configuration names; empty when it names none or one that was refused. */
    public Optional<String> configured() {
        return content().configured();
    }

    public Collection<LoadedHeads> all() {
        return content().byId().values();
    }

    public List<Refused> refused() {
        return content().refused();
    }

    public Optional<LoadedHeads> withId(String id) {
        return Optional.ofNullable(content().byId().get(id));
    }

    /**
     * The bundle of this id, or of this name.
     *
     * @throws ProblemException 409 when several have the name
     */
    public Optional<LoadedHeads> find(String idOrName) {
        Optional<LoadedHeads> exact = withId(idOrName);
        List<LoadedHeads> named =
                all().stream().filter(each -> each.name().equals(idOrName)).toList();
        if (exact.isEmpty() && named.size() > 1) {
            String ids = String.join(", ", named.stream().map(LoadedHeads::id).toList());
            throw new ProblemException(ProblemType.AMBIGUOUS, "several bundles are called " + idOrName + ": " + ids);
        }
        return exact.or(() -> named.stream().findFirst());
    }
}
