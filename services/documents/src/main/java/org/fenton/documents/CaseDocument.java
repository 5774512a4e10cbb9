package org.fenton.documents;

import java.util.Map;
import java.util.Optional;
import org.fenton.core.pathway.Scale;
import org.fenton.core.ranking.Preferences;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.TumourCase;

/**
 * A case as it was read.
 *
 * @param id hash of {@code canonical}
 * @param canonical the document's canonical text without its label and provenance, which name the case and do not change
 *     it; what is kept of a case, and empty once it was
 * @param tumourCase with the reported pathway state, or an unknown one when there is a profile to infer it from
 * @param preferences how the asker re-weighs the policy
 * @param profile expression by gene; empty when activities were reported or nothing was measured
 */
public record CaseDocument(
        String id, byte[] canonical, TumourCase tumourCase, Optional<Profile> profile, Preferences preferences) {
    /**
     * A whole expression profile on a stated scale; genes in the order of their symbols.
     *
     * @param genesJson canonical text of the genes, for whoever passes them on
     */
    public record Profile(Scale scale, Map<String, Double> genes, byte[] genesJson) {}

    /** The same once it was ranked: its texts have done their work, and are large. */
    public CaseDocument withoutTexts() {
        return new CaseDocument(id, new byte[0], tumourCase, Optional.empty(), preferences);
    }

    /** The same case with the state that a model inferred from the profile. */
    public TumourCase with(PathwayState state) {
        return tumourCase.in(state);
    }
}
