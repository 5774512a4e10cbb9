package org.fenton.learning.names;

import java.util.List;
import java.util.Optional;
import org.fenton.learning.kernel.DrugTraits;

/**
 * A drug of the directory.
 *
 * @param key normalised name, see {@link org.fenton.learning.data.DrugName}
 * @param name as its first list writes it
 * @param names synonyms, code names and brands as written, sorted
 * @param identifiers {@code CHEMBL…}, {@code DB…}, {@code CID:…}, {@code BRD-…}, sorted
 * @param inchiKeys of its forms, sorted
 * @param skeleton {@link DrugNames#skeletonHash} of its parent structure: drugs that differ in stereochemistry alone share it
 * @param traits what a model compares it by; its structure holds no SMILES
 */
public record KnownDrug(
        String key,
        String name,
        List<String> names,
        List<String> identifiers,
        List<String> inchiKeys,
        Optional<String> skeleton,
        DrugTraits traits) {
    public KnownDrug {
        names = List.copyOf(names);
        identifiers = List.copyOf(identifiers);
        inchiKeys = List.copyOf(inchiKeys);
    }
}
