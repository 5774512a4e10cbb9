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
    private final SignedIn signedIn;
    private final String policy;

    Shells(Releases releases, ModelCards models, SignedIn signedIn, ServedPolicy policy) {
        this.releases = releases;
        this.models = models;
        this.signedIn = signedIn;
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
            String release = current.ranker().knowledge().releaseId();
            return of(section, title, new Provenance(release, bundle, policy), (late + gap).strip());
        } catch (ProblemException missing) {
            return of(section, title, new Provenance(UNKNOWN, bundle, policy), "The catalog gives no release. " + gap);
        }
    }

    Shell of(Section section, String title, Ranking ranking) {
        return of(section, title, Provenance.of(ranking));
    }

    Shell of(Section section, String title, Provenance provenance) {
        return of(section, title, provenance, "");
    }

    private Shell of(Section section, String title, Provenance provenance, String gap) {
        return new Shell(section, title, provenance, gap, signedIn.now());
    }
}
