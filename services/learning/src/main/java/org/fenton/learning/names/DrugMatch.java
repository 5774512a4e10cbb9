package org.fenton.learning.names;

import java.util.List;
import org.fenton.learning.structure.Structure;

/** What a user's word for a drug turned out to be. */
public sealed interface DrugMatch {
    /**
     * A drug of the directory.
     *
     * @param note how it was recognised where that needs saying, else empty
     */
    record Known(KnownDrug drug, String note) implements DrugMatch {}

    /**
     * A structure that no single drug of the directory has.
     *
     * @param skeleton see {@link DrugNames#skeletonHash}
     * @param alike drugs that differ from it at most in stereochemistry; none or several
     */
    record Drawn(Structure structure, String skeleton, List<KnownDrug> alike) implements DrugMatch {}

    /** A word that several drugs go by; none of them is taken. */
    record Several(List<String> names) implements DrugMatch {}

    /** Nothing; a suggestion is never taken for the drug. */
    record Unknown(List<String> suggestions) implements DrugMatch {}
}
