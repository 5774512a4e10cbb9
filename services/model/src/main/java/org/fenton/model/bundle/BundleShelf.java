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
import org.fenton.learning.bundle.ModelBundle;
import org.jboss.logging.Logger;

/** The bundles of this process, loaded and verified once at start and never changed; and those that were refused, with the reason. */
@Singleton
public class BundleShelf {
    private static final Logger LOG = Logger.getLogger(BundleShelf.class);

    private final ModelConfig config;
    private volatile Content content = new Content("", Map.of(), List.of());

    /**
     * A directory that is not served.
     *
     * @param directory its name in the bundles folder
     */
    public record Refused(String directory, String reason) {}

    private record Content(String configured, Map<String, LoadedBundle> byId, List<Refused> refused) {}

    BundleShelf(ModelConfig config) {
        this.config = config;
    }

    /**
     * Reads all directories; the configured one first.
     *
     * @throws BundleException when the configured bundle cannot be served
     */
    public void load() throws BundleException {
        Map<String, LoadedBundle> byId = new LinkedHashMap<>();
        LoadedBundle configured = LoadedBundle.of(ModelBundle.load(config.bundle()));
        byId.put(configured.id(), configured);
        List<Refused> refused = new ArrayList<>();
        for (Path directory : beside()) {
            try {
                LoadedBundle bundle = LoadedBundle.of(ModelBundle.load(directory));
                byId.putIfAbsent(bundle.id(), bundle);
            } catch (BundleException e) {
                String reason = String.valueOf(e.getMessage());
                LOG.warnf("not served: %s: %s", directory.getFileName(), reason);
                refused.add(new Refused(String.valueOf(directory.getFileName()), reason));
            }
        }
        content = new Content(configured.id(), byId, List.copyOf(refused));
    }

    private List<Path> beside() throws BundleException {
        if (config.bundles().isEmpty()) {
            return List.of();
        }
        Path folder = config.bundles().get();
        try (Stream<Path> entries = Files.list(folder)) {
            Path configured = config.bundle().toRealPath();
            List<Path> found = new ArrayList<>();
            for (Path entry : entries.filter(Files::isDirectory).sorted().toList()) {
                if (!entry.toRealPath().equals(configured)) {
                    found.add(entry);
                }
            }
            return found;
        } catch (IOException e) {
            throw new BundleException("the bundles folder " + folder + " cannot be listed: " + e.getMessage(), e);
        }
    }

    /** Id of the bundle that the configuration names. */
    public String configured() {
        return content.configured();
    }

    /** In the order they were loaded, the configured one first. */
    public Collection<LoadedBundle> all() {
        return content.byId().values();
    }

    public List<Refused> refused() {
        return content.refused();
    }

    public Optional<LoadedBundle> withId(String id) {
        return Optional.ofNullable(content.byId().get(id));
    }

    /**
     * The bundle of this id, or of this name when only one has it.
     *
     * @throws ProblemException 404 when there is none, 409 when several have the name
     */
    public LoadedBundle find(String idOrName) {
        Optional<LoadedBundle> exact = withId(idOrName);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<LoadedBundle> named =
                all().stream().filter(b -> b.name().equals(idOrName)).toList();
        if (named.size() > 1) {
            String ids = String.join(", ", named.stream().map(LoadedBundle::id).toList());
            throw new ProblemException(ProblemType.AMBIGUOUS, "several bundles are called " + idOrName + ": " + ids);
        }
        if (named.isEmpty()) {
            throw ProblemException.notFound("model", idOrName, known());
        }
        return named.get(0);
    }

    /** Ids and names. */
    public List<String> known() {
        return all().stream()
                .flatMap(b -> Stream.of(b.name(), b.id()))
                .distinct()
                .toList();
    }
}
