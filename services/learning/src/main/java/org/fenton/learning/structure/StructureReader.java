package org.fenton.learning.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.fingerprint.CircularFingerprinter;
import org.openscience.cdk.graph.ConnectivityChecker;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.qsar.descriptors.molecular.AromaticAtomsCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.FractionalCSP3Descriptor;
import org.openscience.cdk.qsar.descriptors.molecular.HBondDonorCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.TPSADescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.WeightDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.XLogPDescriptor;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.smiles.SmilesParser;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/**
 * Reads SMILES with CDK and remembers what it read: a drug's fingerprint is computed once.
 *
 * <p>Fingerprint: CDK {@code CircularFingerprinter}, class ECFP4 without stereo (Rogers and Hahn 2010,
 * doi:10.1021/ci100050t; CDK 2.10). Counter-ions are dropped by keeping the largest fragment; a structure holding a
 * metal or arsenic keeps all its fragments, since there the metal is the drug. Safe for use by many threads.
 */
public final class StructureReader {
    private static final Set<String> METALS = Set.of("Pt", "Au", "As", "Fe", "Cu", "Zn", "Ga", "Ru", "Ag", "Bi", "Sb");
    private static final int REMEMBERED = 20_000;

    private final Map<String, Structure> read = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException when CDK cannot read {@code smiles}; the message quotes it */
    public Structure read(String smiles) {
        Structure known = read.get(smiles);
        if (known != null) {
            return known;
        }
        Structure structure = compute(smiles);
        if (read.size() >= REMEMBERED) {
            read.clear();
        }
        read.put(smiles, structure);
        return structure;
    }

    private static Structure compute(String smiles) {
        try {
            IAtomContainer whole = new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(smiles);
            if (whole.isEmpty()) {
                throw new IllegalArgumentException("the SMILES '" + smiles + "' names no atom");
            }
            IAtomContainer parent = parent(whole);
            // CDK lets stereocentres move ECFP bits; sources differ in whether they draw them, so none counts.
            parent.setStereoElements(new ArrayList<>());
            CircularFingerprinter ecfp4 = new CircularFingerprinter(CircularFingerprinter.CLASS_ECFP4, Structure.BITS);
            return new Structure(
                    new SmilesGenerator(SmiFlavor.Unique).create(parent),
                    ecfp4.getBitFingerprint(parent).asBitSet(),
                    AtomContainerManipulator.getHeavyAtoms(parent).size(),
                    shape(parent));
        } catch (CDKException | CloneNotSupportedException e) {
            throw new IllegalArgumentException("'" + smiles + "' is not a SMILES that CDK reads: " + e.getMessage(), e);
        }
    }

    /** The properties of {@link Structure#shape}, by CDK's descriptors of those names. */
    private static List<Double> shape(IAtomContainer parent) throws CDKException, CloneNotSupportedException {
        // XLogP counts the hydrogens it finds as atoms.
        IAtomContainer explicit = parent.clone();
        AtomContainerManipulator.percieveAtomTypesAndConfigureAtoms(explicit);
        AtomContainerManipulator.convertImplicitToExplicitHydrogens(explicit);
        return Stream.of(
                        new WeightDescriptor().calculate(explicit),
                        new XLogPDescriptor().calculate(explicit),
                        new TPSADescriptor().calculate(explicit),
                        new HBondDonorCountDescriptor().calculate(explicit),
                        new AromaticAtomsCountDescriptor().calculate(explicit),
                        new FractionalCSP3Descriptor().calculate(explicit))
                .map(value -> Double.parseDouble(value.getValue().toString()))
                .toList();
    }

    private static IAtomContainer parent(IAtomContainer whole) {
        for (var atom : whole.atoms()) {
            if (METALS.contains(atom.getSymbol())) {
                return whole;
            }
        }
        List<IAtomContainer> fragments = new ArrayList<>();
        ConnectivityChecker.partitionIntoMolecules(whole).atomContainers().forEach(fragments::add);
        // The first of equally large fragments wins, so that one SMILES always gives one parent.
        return fragments.stream()
                .max(Comparator.comparingInt(IAtomContainer::getAtomCount))
                .orElse(whole);
    }
}
