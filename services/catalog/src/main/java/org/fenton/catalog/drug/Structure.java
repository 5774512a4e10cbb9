package org.fenton.catalog.drug;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.graph.ConnectivityChecker;
import org.openscience.cdk.inchi.InChIGenerator;
import org.openscience.cdk.inchi.InChIGeneratorFactory;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;

/**
 * A chemical structure as its InChIKey, by CDK.
 *
 * @param inchiKey of the whole structure
 * @param moiety what names the active moiety: the connectivity block of the key, with the second block where the
 *     structure is isotopically labelled
 */
public record Structure(String inchiKey, String moiety) {
    private static final int CONNECTIVITY = 14;
    private static final int WITH_SECOND_BLOCK = 25;

    /** Metals that bind their ligands into one compound; those of common salts (Na, K, Li, Ca, Mg) are not among them. */
    private static final Set<String> METALS = Set.of(
            "Fe", "Pt", "Au", "Cu", "Zn", "Co", "Ni", "Mn", "Ru", "Ga", "Gd", "Ag", "Hg", "As", "Sb", "Bi", "Al", "Ti");

    /** @throws IllegalArgumentException saying why the SMILES is none */
    public static Structure of(String smiles) {
        return of(parse(smiles));
    }

    /**
     * The moiety without its counter-ions: of several unconnected parts the one with most heavy atoms. A compound of a
     * metal other than those of common salts (cisplatin, ferric citrate) is one moiety as a whole.
     */
    public static Structure withoutSalt(String smiles) {
        IAtomContainer whole = parse(smiles);
        boolean complex = StreamSupport.stream(whole.atoms().spliterator(), false)
                .map(IAtom::getSymbol)
                .anyMatch(METALS::contains);
        if (complex) {
            return of(whole);
        }
        IAtomContainer largest = StreamSupport.stream(
                        ConnectivityChecker.partitionIntoMolecules(whole)
                                .atomContainers()
                                .spliterator(),
                        false)
                .max(Comparator.comparingInt(IAtomContainer::getAtomCount))
                .orElse(whole);
        return of(largest);
    }

    /** The moiety of a full key; a labelled structure cannot be told from its key alone. */
    static String connectivity(String inchiKey) {
        return inchiKey.substring(0, CONNECTIVITY);
    }

    /** The moiety of the full key of an isotopically labelled structure. */
    static String labelled(String inchiKey) {
        return inchiKey.substring(0, WITH_SECOND_BLOCK);
    }

    private static Structure of(IAtomContainer molecule) {
        try {
            InChIGenerator inchi = InChIGeneratorFactory.getInstance().getInChIGenerator(molecule);
            String key = inchi.getInchiKey();
            if (key == null) {
                throw new IllegalArgumentException("CDK makes no InChI of it: " + inchi.getMessage());
            }
            boolean labelled = inchi.getInchi().contains("/i");
            return new Structure(key, labelled ? labelled(key) : connectivity(key));
        } catch (CDKException failure) {
            throw new IllegalArgumentException("CDK makes no InChI of it: " + firstLine(failure), failure);
        }
    }

    static IAtomContainer parse(String smiles) {
        try {
            IAtomContainer molecule = new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(smiles);
            if (molecule.isEmpty()) {
                throw new IllegalArgumentException("it holds no atom");
            }
            return molecule;
        } catch (CDKException failure) {
            throw new IllegalArgumentException(firstLine(failure), failure);
        }
    }

    private static String firstLine(CDKException failure) {
        return failure.getMessage().lines().findFirst().orElse("no reason given");
    }
}
