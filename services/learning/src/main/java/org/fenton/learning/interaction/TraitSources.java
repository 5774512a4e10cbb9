package org.fenton.learning.interaction;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.fenton.learning.data.DataFiles;
import org.fenton.learning.data.DataFiles.Input;
import org.fenton.learning.data.DrugDirectory;
import org.fenton.learning.data.LineProfiles;
import org.fenton.learning.data.Screen;
import org.fenton.learning.data.SingleAgentCurves;
import org.fenton.learning.kernel.LineTraits;
import org.fenton.learning.structure.StructureReader;

/** The lists that describe drugs and lines, and the graph between them, read once. */
public record TraitSources(
        DrugDirectory drugs, LineProfiles profiles, SingleAgentCurves curves, MechanismEffects mechanism) {
    /** The files that are read. */
    public static final Set<Input> INPUTS = Collections.unmodifiableSet(EnumSet.of(
            Input.HUB_SAMPLES,
            Input.HUB_DRUGS,
            Input.ALMANAC_SMILES,
            Input.ONEIL_SMILES,
            Input.ONEIL_TARGETS,
            Input.DRUG_PROTEINS,
            Input.LINE_PROTEINS,
            Input.LINE_ANNOTATION,
            Input.SCREEN_LINES,
            Input.LINE_ALIASES,
            Input.CCLE_ACTIVITIES,
            Input.ONEIL_SINGLE_AGENTS));

    public static TraitSources read(DataFiles files, GraphSlice graph) throws IOException {
        LineProfiles profiles = LineProfiles.read(files);
        return new TraitSources(
                DrugDirectory.read(files, new StructureReader()),
                profiles,
                SingleAgentCurves.read(files),
                new MechanismEffects(graph, profiles.names()));
    }

    public ScreenTraits of(Screen screen) {
        return new ScreenTraits(
                screen.drugs().stream().map(drugs::traits).toList(),
                screen.lines().stream()
                        .map(l -> new LineTraits(
                                l.tissue(), profiles.of(l.depMapId().orElse(l.key())), l.depMapId(), l.laboratory()))
                        .toList(),
                profiles.names(),
                curves,
                mechanism);
    }
}
