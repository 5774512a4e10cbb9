package org.fenton.catalog.drug;

import jakarta.persistence.Embeddable;

/** Keys of the drug in public registers; absent where none was read. */
@Embeddable
public record DrugIdentifiers(String chembl, String pubchem, String drugbank, String cas) {}
