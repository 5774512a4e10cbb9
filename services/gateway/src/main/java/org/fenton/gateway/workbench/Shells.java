package org.fenton.gateway.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import org.fenton.core.ranking.Ranking;
import org.fenton.gateway.ServedPolicy;
import org.fenton.gateway.catalog.Releases;
import org.fenton.gateway.model.ModelCards;
import org.fenton.http.ProblemException;

/** Frames pages: of an answer with what that was made of, of anything else with what is current. */
@ApplicationScoped
class Shells {
    private static final String UNKNOWN = "unknown";

    private final Releases releases;
    private final ModelCards models;
    private final String policy;

    Shells(Releases releases, ModelCards models, ServedPolicy policy) {
        this.releases = releases;
        this.models = models;
        this.policy = policy.current().id();
    }

    Shell of(Section section, String title) {
        String bundle = models.activeBundle().orElse(UNKNOWN);
        String gap = bundle.equals(UNKNOWN)
                ? "The model service does not answer: profiles cannot be read, and rankings come without predictions."
                : "";
        try {
            Releases.Current current = releases.ready();
            String late =
                    current.confirmed() ? "" : "The catalog does not answer: the last release that it named is used. ";
            return new Shell(
                    section,
                    title,
                    new Provenance(current.ranker().knowledge().releaseId(), bundle, policy),
                    (late + gap).strip());
        } catch (ProblemException missing) {
            return new Shell(
                    section, title, new Provenance(UNKNOWN, bundle, policy), "The catalog gives no release. " + gap);
        }
    }

    Shell of(Section section, String title, Ranking ranking) {
        return new Shell(section, title, Provenance.of(ranking), "");
    }
}
