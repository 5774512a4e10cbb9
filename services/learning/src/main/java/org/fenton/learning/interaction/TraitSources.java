package org.fenton.learning.interaction;

import java.io.IOException;
import org.fenton.learning.data.DataFiles;
import org.fenton.learning.data.DrugDirectory;
import org.fenton.learning.data.LineProfiles;
import org.fenton.learning.data.Screen;
import org.fenton.learning.data.SingleAgentCurves;
import org.fenton.learning.kernel.LineTraits;
import org.fenton.learning.structure.StructureReader;

/** The lists that describe drugs and lines, read once. */
public record TraitSources(DrugDirectory drugs, LineProfiles profiles, SingleAgentCurves curves) {
    public static TraitSources read(DataFiles files) throws IOException {
        return new TraitSources(
                DrugDirectory.read(files, new StructureReader()),
                LineProfiles.read(files),
                SingleAgentCurves.read(files));
    }

    public ScreenTraits of(Screen screen) {
        return new ScreenTraits(
                screen.drugs().stream().map(drugs::traits).toList(),
                screen.lines().stream()
                        .map(l -> new LineTraits(l.tissue(), profiles.of(l.depMapId().orElse(l.key()))))
                        .toList(),
                profiles.names(),
                curves);
    }
}
