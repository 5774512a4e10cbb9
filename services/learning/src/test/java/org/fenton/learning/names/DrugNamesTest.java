package org.fenton.learning.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fenton.learning.kernel.DrugTraits;
import org.fenton.learning.structure.Structure;
import org.fenton.learning.structure.StructureReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrugNamesTest {
    private static final String ERLOTINIB = "COCCOc1cc2ncnc(Nc3cccc(c3)C#C)c2cc1OCCOC";
    private static final String THREONINE = "CC(O)C(N)C(O)=O";

    private final DrugNames names = DrugNames.fromTsv(new DrugNames(List.of(
                    drug(
                            "erlotinib",
                            ERLOTINIB,
                            List.of("erlotinib", "OSI-774", "shared"),
                            List.of("CHEMBL553", "CID:176870", "DB00530"),
                            List.of("AAKJLRGGTJKAMG-UHFFFAOYSA-N")),
                    drug(
                            "threonine",
                            THREONINE,
                            List.of("threonine"),
                            List.of(),
                            List.of("AYFVYJQAPQTCCC-GBXIJSLDSA-N")),
                    drug(
                            "allothreonine",
                            THREONINE,
                            List.of("allothreonine", "shared"),
                            List.of(),
                            List.of("AYFVYJQAPQTCCC-HRFVKAFMSA-N"))))
            .toTsv());

    private static KnownDrug drug(
            String key, String smiles, List<String> names, List<String> identifiers, List<String> inchiKeys) {
        Structure structure = new StructureReader().read(smiles);
        return new KnownDrug(
                key,
                key,
                names,
                identifiers,
                inchiKeys,
                Optional.of(DrugNames.skeletonHash(structure)),
                new DrugTraits(Optional.of(structure), Optional.of(Set.of("EGFR", "A")), Optional.empty()));
    }

    private String found(String written) {
        return names.find(written) instanceof DrugMatch.Known known
                ? known.drug().key()
                : "none";
    }

    @ParameterizedTest
    @CsvSource({
        "erlotinib",
        "Erlotinib Hydrochloride",
        "ERLOTINIB dihydrochloride",
        "osi774",
        "OSI-774",
        "AAKJLRGGTJKAMG-UHFFFAOYSA-N",
        "AAKJLRGGTJKAMG",
        "chembl553",
        "CHEMBL:CHEMBL553",
        "DRUGBANK:DB00530",
        "CID:176870",
        "pubchem:176870",
        "C#Cc1cccc(c1)Nc1ncnc2cc(OCCOC)c(OCCOC)cc12",
        "Cl.COCCOc1cc2ncnc(Nc3cccc(c3)C#C)c2cc1OCCOC"
    })
    void aDrugIsFoundByAnyOfItsNames(String written) {
        assertEquals("erlotinib", found(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"erlotinab", "shared", "AYFVYJQAPQTCCC", "176870", "PFOS", "(((", "", "CHEMBL5530"})
    void whatFitsNoneOrSeveralIsNotGuessed(String written) {
        DrugMatch match = names.find(written);
        assertTrue(match instanceof DrugMatch.Unknown || match instanceof DrugMatch.Several, written);
    }

    @Test
    void aSlipOfTheKeyboardIsAnsweredWithASuggestion() {
        assertEquals(new DrugMatch.Unknown(List.of("erlotinib")), names.find("erlotinab"));
        assertEquals(new DrugMatch.Several(List.of("allothreonine", "erlotinib")), names.find("shared"));
    }

    @Test
    void anInchiKeyTellsStereoisomersApartAndASmilesWithoutStereoDoesNot() {
        assertEquals("allothreonine", found("AYFVYJQAPQTCCC-HRFVKAFMSA-N"));
        DrugMatch.Drawn drawn = (DrugMatch.Drawn) names.find("OC(C)C(N)C(=O)O");
        assertEquals(
                List.of("allothreonine", "threonine"),
                drawn.alike().stream().map(KnownDrug::key).toList());
    }

    @Test
    void anUnlistedStructureKeepsItsOwnDescriptors() {
        DrugMatch.Drawn drawn = (DrugMatch.Drawn) names.find("CCC(=O)NC1CC1");
        assertEquals(List.of(), drawn.alike());
        assertEquals(new StructureReader().read("CCC(=O)NC1CC1"), drawn.structure());
    }

    @Test
    void theTableReadsBackAsItWasAndHoldsNoSmiles() {
        String tsv = names.toTsv();
        assertEquals(tsv, DrugNames.fromTsv(tsv).toTsv());
        assertFalse(tsv.contains(THREONINE) || tsv.contains("C#C"), tsv);
        Structure drawn = new StructureReader().read(ERLOTINIB);
        Structure kept = ((DrugMatch.Known) names.find("erlotinib"))
                .drug()
                .traits()
                .structure()
                .orElseThrow();
        assertEquals(drawn.fingerprint(), kept.fingerprint());
        assertEquals(drawn.shape(), kept.shape());
    }

    @Test
    void aModelMayKnowADrugByASynonymOrAStereoisomer() {
        KnownDrug erlotinib = ((DrugMatch.Known) names.find("erlotinib")).drug();
        assertEquals(
                List.of("erlotinib", "osi774"), names.keys(erlotinib), "a synonym of two drugs is no key of either");
        KnownDrug threonine = ((DrugMatch.Known) names.find("threonine")).drug();
        assertEquals(List.of("threonine", "allothreonine"), names.keys(threonine));
    }
}
