package org.fenton.catalog.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fenton.catalog.Seeds;
import org.fenton.catalog.claim.ClaimEntity;
import org.fenton.catalog.seed.SeedException;
import org.fenton.catalog.seed.SeedFolder;
import org.junit.jupiter.api.Test;

/** Runs the loader's own validation in the build: a shipped row that does not parse stops it with file, line and reason. */
class SeedsTest {

    @Test
    void theShippedSeedsAreSound() {
        Facts facts = Facts.read(Seeds.shipped());
        assertEquals(Seeds.rows("edges.tsv"), facts.edges().size());
        assertEquals(Seeds.rows("drugs.tsv"), facts.drugs().size());
    }

    @Test
    void theSameSeedsMakeTheSameBytes() {
        assertEquals(ReleaseLines.of(Facts.read(Seeds.shipped())), ReleaseLines.of(Facts.read(Seeds.shipped())));
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        SeedFolder backwards = Seeds.changed("edges.tsv", lines -> {
            Collections.reverse(lines.subList(1, lines.size()));
            return lines;
        });
        assertEquals(
                ReleaseLines.of(Facts.read(Seeds.shipped())).id(),
                ReleaseLines.of(Facts.read(backwards)).id());
    }

    @Test
    void aWrongWordIsNamedWithItsPlaceAndTheNearestRightOne() {
        assertFault(
                Seeds.withCell("edges.tsv", 3, "ferroptosis", "PROMOTE"),
                "edges.tsv:3 [ferroptosis] 'PROMOTE' is not one of PROMOTES SUPPRESSES CONTEXT NONE; did you mean PROMOTES?");
    }

    @Test
    void anIdOfAnotherFormIsNamedBeforeTheDatabaseSeesIt() {
        assertFault(
                Seeds.withCell("edges.tsv", 3, "id", "EDGE2"),
                "edges.tsv:3 [id] 'EDGE2' is not of the form of its table: E and at least three digits");
        assertFault(Seeds.withCell("rules.tsv", 2, "id", "S1"), "rules.tsv:2 [id] 'S1' is not of the form");
        SeedException faults =
                assertThrows(SeedException.class, () -> Facts.read(Seeds.withCell("rules.tsv", 2, "id", "S1")));
        assertTrue(faults.inOneLine().startsWith("rules.tsv:2 [id]")
                && !faults.inOneLine().contains("\n"));
    }

    @Test
    void aKeyThatDoesNotResolveIsNamed() {
        assertFault(
                Seeds.withCell("edges.tsv", 5, "to", "SLC7A1l"),
                "edges.tsv:5 [to] no node 'SLC7A1l'; did you mean SLC7A11");
        assertFault(
                Seeds.withCell("edges.tsv", 5, "source", "S-FDBB"),
                "edges.tsv:5 [source] no source 'S-FDBB'; did you mean S-FDB");
    }

    @Test
    void aColumnNobodyKnowsAndOneThatIsMissingAreNamed() {
        SeedFolder renamed = Seeds.changed("edges.tsv", lines -> {
            lines.set(0, lines.get(0).replace("\tlevel\t", "\tlevl\t"));
            return lines;
        });
        assertFault(
                renamed,
                "edges.tsv:1 [levl] unknown column; did you mean level?",
                "edges.tsv:1 [level] missing column");
    }

    @Test
    void aShortRowADoubledKeyAndABadStudyAreNamedTogether() {
        SeedFolder broken = Seeds.changed("edges.tsv", lines -> {
            String first = lines.get(1);
            lines.set(2, first);
            lines.set(3, "E003\tJAK2");
            lines.set(4, lines.get(4).replaceAll("PMID:|DOI:", "pubmed "));
            return lines;
        });
        assertFault(
                broken,
                "edges.tsv:3 [id] 'E001' is already used by an earlier row",
                "edges.tsv:4 has 2 cells, the header 14");
    }

    @Test
    void aStudyWithoutAPrefixAndAPotencyThatIsNoNumberAreNamed() {
        assertFault(
                Seeds.withCell("edges.tsv", 2, "studies", "35483272"), "edges.tsv:2 [studies] '35483272' is none of");
        assertFault(
                Seeds.withCell("drug-targets.tsv", 2, "potencyNanomolar", "0"),
                "drug-targets.tsv:2 [potencyNanomolar] '0' is not a positive number");
        assertFault(
                Seeds.withCell("drug-targets.tsv", 2, "potencyNanomolar", "NaN"),
                "drug-targets.tsv:2 [potencyNanomolar] 'NaN' is not a positive number");
    }

    @Test
    void aSafetyConditionOutsideTheGrammarIsNamed() {
        assertFault(
                Seeds.withCell("rules.tsv", 2, "condition", "labs platelets < 50 10*9/L"),
                "rules.tsv:2 [condition]",
                "unknown atom 'labs'");
    }

    /** CDK reads every structure: line 2 is ruxolitinib, line 3 tofacitinib. */
    @Test
    void aStructureThatDoesNotParseAKeyThatIsNotItsOwnAndATwinAreNamed() {
        assertFault(
                Seeds.withCell("drugs.tsv", 2, "smiles", "C1CC("),
                "drugs.tsv:2 [smiles] CDK cannot read the structure");
        assertFault(
                Seeds.withCell("drugs.tsv", 2, "inchiKey", "BKQFRNYHFIQEKN-UHFFFAOYSA-N"),
                "drugs.tsv:2 [inchiKey] 'BKQFRNYHFIQEKN-UHFFFAOYSA-N' is not the key of the structure;"
                        + " did you mean HFNKQEVNSGCOJV-OAHLLOKOSA-N?");
        SeedFolder twin = Seeds.changed("drugs.tsv", lines -> {
            String[] first = lines.get(1).split("\t", -1);
            String[] second = lines.get(2).split("\t", -1);
            for (String column : List.of("smiles", "inchiKey")) {
                int at = List.of(lines.get(0).split("\t", -1)).indexOf(column);
                second[at] = first[at];
            }
            lines.set(2, String.join("\t", second));
            return lines;
        });
        assertFault(twin, "drugs.tsv:3 [smiles] is the active moiety of 'ruxolitinib'");
        assertFault(
                Seeds.withCell("regulatory.tsv", 2, "date", "spring 2011"),
                "regulatory.tsv:2 [date] 'spring 2011' is no year");
    }

    @Test
    void everyClaimIsOneRowAndOneStudy() {
        Facts facts = Facts.read(Seeds.shipped());
        List<ClaimEntity> claims = facts.claims();
        Set<String> ids = new HashSet<>();
        for (ClaimEntity claim : claims) {
            assertTrue(ids.add(claim.id), "doubled " + claim.id);
            assertTrue(claim.id.endsWith("@" + claim.study), claim.id);
        }
        for (var edge : facts.edges()) {
            long made = claims.stream()
                    .filter(claim -> claim.subjectId.equals(edge.id))
                    .count();
            assertEquals(Math.max(1, edge.studies.size()), made, edge.id);
        }
    }

    @Test
    void noToolCompoundIsAnOptionForAPatient() {
        List<String> allowed = Facts.read(Seeds.shipped()).drugs().stream()
                .filter(drug -> drug.patientUse.allowed())
                .map(drug -> drug.id)
                .toList();
        for (String tool : List.of("erastin", "rsl3", "ml162", "ml210")) {
            assertFalse(allowed.contains(tool), tool);
        }
    }

    private static void assertFault(SeedFolder seeds, String... parts) {
        String report =
                assertThrows(SeedException.class, () -> Facts.read(seeds)).getMessage();
        for (String part : parts) {
            assertTrue(report.contains(part), () -> "expected '" + part + "' in\n" + report);
        }
    }
}
