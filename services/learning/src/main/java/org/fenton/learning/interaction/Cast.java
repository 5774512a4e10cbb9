package org.fenton.learning.interaction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenton.learning.data.Screen;
import org.fenton.learning.kernel.DrugTraits;
import org.fenton.learning.kernel.KernelSetting;
import org.fenton.learning.kernel.LineTraits;

/**
 * The drugs and lines that a regression is over, by index, with their likeness under one setting. Any other drug or line is compared with them by its traits.
 *
 * @param drugKeys by which a {@link Subject} is recognised
 * @param lineKeys by which a {@link Place} is recognised
 */
record Cast(
        KernelSetting setting,
        List<String> drugKeys,
        List<DrugTraits> drugs,
        List<String> lineKeys,
        List<LineTraits> lines,
        double[][] drugLikeness,
        double[][] lineLikeness,
        Map<String, Integer> drugIndex,
        Map<String, Integer> lineIndex) {
    /** Index of a drug or line that is not in the cast. */
    static final int NEW = -1;

    static Cast of(
            KernelSetting setting,
            List<String> drugKeys,
            List<DrugTraits> drugs,
            List<String> lineKeys,
            List<LineTraits> lines) {
        return new Cast(
                setting,
                List.copyOf(drugKeys),
                List.copyOf(drugs),
                List.copyOf(lineKeys),
                List.copyOf(lines),
                setting.drugs(drugs),
                setting.lines(lines),
                index(drugKeys),
                index(lineKeys));
    }

    static Cast of(KernelSetting setting, Screen screen, ScreenTraits traits) {
        return of(
                setting,
                screen.drugs().stream().map(Screen.Drug::key).toList(),
                traits.drugs(),
                screen.lines().stream().map(Screen.Line::key).toList(),
                traits.lines());
    }

    private static Map<String, Integer> index(List<String> keys) {
        Map<String, Integer> index = new HashMap<>();
        keys.forEach(key -> index.put(key, index.size()));
        return index;
    }

    /**
     * A drug as the regression sees it.
     *
     * @param index in the cast, or {@link #NEW}
     * @param likeness to each drug of the cast
     */
    record Drug(int index, double[] likeness, DrugTraits traits) {}

    /** A line as the regression sees it. */
    record Line(int index, double[] likeness, LineTraits traits) {}

    Drug drug(int index) {
        return new Drug(index, drugLikeness[index], drugs.get(index));
    }

    Line line(int index) {
        return new Line(index, lineLikeness[index], lines.get(index));
    }

    Drug drug(Subject subject) {
        Integer index = drugIndex.get(subject.key());
        return index != null
                ? drug(index)
                : new Drug(
                        NEW,
                        drugs.stream()
                                .mapToDouble(d -> setting.ofDrugs(subject.traits(), d))
                                .toArray(),
                        subject.traits());
    }

    Line line(Place place) {
        Integer index = lineIndex.get(place.key());
        return index != null
                ? line(index)
                : new Line(
                        NEW,
                        lines.stream()
                                .mapToDouble(l -> setting.ofLines(place.traits(), l))
                                .toArray(),
                        place.traits());
    }

    /** Likeness of every line to one that nothing is known of. */
    double[] anyLine() {
        return lines.stream()
                .mapToDouble(l -> setting.ofLines(LineTraits.unknown(), l))
                .toArray();
    }
}
