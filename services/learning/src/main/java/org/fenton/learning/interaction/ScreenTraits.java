package org.fenton.learning.interaction;

import java.util.List;
import org.fenton.learning.data.SingleAgentCurves;
import org.fenton.learning.kernel.DrugTraits;
import org.fenton.learning.kernel.LineTraits;

/**
 * What is known of a screen's drugs and lines besides its outcomes, by their indices in the screen.
 *
 * @param profileNames of the levels of each line's profile
 */
public record ScreenTraits(
        List<DrugTraits> drugs,
        List<LineTraits> lines,
        List<String> profileNames,
        SingleAgentCurves curves,
        MechanismEffects mechanism) {
    public ScreenTraits {
        drugs = List.copyOf(drugs);
        lines = List.copyOf(lines);
        profileNames = List.copyOf(profileNames);
    }
}
