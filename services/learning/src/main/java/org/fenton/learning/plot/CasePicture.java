package org.fenton.learning.plot;

import org.fenton.learning.plot.DotChart.Columns;
import org.fenton.learning.plot.Svg.Point;

/** One SVG page of a case: its activities, its programmes and the mechanism graph in its colours. */
public final class CasePicture {
    private static final double WIDTH = 1280;
    private static final double MARGIN = 28;
    private static final double TOP = 96;
    /** From the graph's heading to its own origin: heading, remark and legend. */
    private static final double GRAPH = 52 + MechanismPicture.LEGEND + 24;

    private static final double SECOND_COLUMN = 565;

    private CasePicture() {}

    /**
     * The page as SVG 1.1 text; equal views give equal text.
     *
     * @throws IllegalArgumentException when the condition is not in the activity table
     */
    public static String svg(CaseView view) {
        if (!view.activities().conditions().contains(view.condition())) {
            throw new IllegalArgumentException("the activities are of "
                    + view.activities().conditions() + ", not of the condition " + view.condition());
        }
        DotChart activities = activities(view);
        DotChart programmes = programmes(view);
        double graph = TOP + Math.max(activities.height(), programmes.height()) + 58;
        String title = "Pathway state of " + view.condition() + " (" + view.table() + ")";
        Svg svg = new Svg(WIDTH, graph + GRAPH + MechanismPicture.HEIGHT, title, description(view));
        svg.text(new Point(MARGIN, 38), "h1", Svg.cut(title, 95));
        svg.text(
                new Point(MARGIN, 62),
                "small",
                scale(view) + "; " + view.profile().genes().size()
                        + " genes. Activities are inferred from targets, not measured. Research use only.");
        svg.groupAt(new Point(MARGIN, TOP));
        activities.draw(svg);
        svg.end().groupAt(new Point(SECOND_COLUMN, TOP));
        programmes.draw(svg);
        svg.end();
        drawGraph(svg, view, graph);
        return svg.document();
    }

    private static String scale(CaseView view) {
        return switch (view.profile().scale()) {
            case CONTRAST -> "Contrast: a difference of two states, such as resistant minus parental";
            case ZSCORE -> "Standardised: z-scores as given, or log2 against the reference panel";
            case LOG2 -> "log2 as given";
        };
    }

    private static DotChart activities(CaseView view) {
        return new DotChart(
                "Activities, " + view.activities().statistic() + ", network "
                        + Svg.cut(view.coverage().network(), 24),
                ActivityRows.shown(view) + "; grey bar: targets measured",
                ActivityRows.of(view),
                new Columns(205, 450));
    }

    private static DotChart programmes(CaseView view) {
        return new DotChart(
                "Programmes",
                "t units; whisker: doubt, wider with less measured; grey bar: measured",
                view.programmes().stream().map(ProgrammeRows::row).toList(),
                new Columns(375, 592));
    }

    private static void drawGraph(Svg svg, CaseView view, double top) {
        MechanismPicture picture = new MechanismPicture(MechanismLayout.standard(), view);
        svg.text(
                new Point(MARGIN, top - 40),
                "small",
                "Black dot and *: p \u2264 0.05 after Benjamini-Hochberg; white dot: larger p; diamond: no p value.");
        svg.text(
                new Point(MARGIN, top - 21),
                "small",
                "Reference: " + view.referenceNote().replaceFirst("^percentile", "P, percentile") + ".");
        svg.text(new Point(MARGIN, top + 16), "h2", "JAK-STAT and ferroptosis");
        svg.text(
                new Point(MARGIN, top + 36),
                "small",
                "Edges are what studies recorded, in general or in the tissues that the tooltip names; none was shown to act in this case.");
        svg.groupAt(new Point(MARGIN, top + 52));
        picture.drawLegend(svg);
        svg.end().groupAt(new Point(MARGIN - 8, top + GRAPH));
        picture.draw(svg);
        svg.end();
    }

    private static String description(CaseView view) {
        long scored = view.programmes().stream()
                .filter(p -> p.activity().score().isPresent())
                .count();
        return "Three parts. Left, " + ActivityRows.shown(view) + " of the network "
                + view.coverage().network() + " by " + view.activities().statistic()
                + " with the share of targets measured. Right, " + scored + " of "
                + view.programmes().size()
                + " programmes have a score. Below, the signed graph from JAK-STAT to ferroptosis, nodes coloured by activity"
                + " or expression, dashed where nothing was measured. Every mark has a tooltip with its numbers.";
    }
}
