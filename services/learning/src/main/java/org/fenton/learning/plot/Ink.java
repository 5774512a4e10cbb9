package org.fenton.learning.plot;

/** Colours and line styles of all pictures. */
final class Ink {
    /** Strongest fills; black text on either has a contrast of at least 8 to 1. */
    private static final int[] BLUE = {0x7f, 0xb4, 0xdc};

    private static final int[] ORANGE = {0xf0, 0xa0, 0x50};
    private static final int WHITE = 255;

    static final String STYLE = """

            text{font-family:Helvetica,Arial,"Liberation Sans",sans-serif;font-size:14px;fill:#111}
            .page{fill:#fff}
            .h1{font-size:22px;font-weight:bold}
            .h2{font-size:17px;font-weight:bold}
            .small{font-size:12.5px;fill:#333}
            .right{text-anchor:end}
            .smallright{font-size:12.5px;fill:#333;text-anchor:end}
            .label{font-size:13px;text-anchor:middle;font-weight:bold}
            .smallmiddle{font-size:12.5px;text-anchor:middle}
            .faint{font-size:12.5px;fill:#595959;font-style:italic}
            .grid{stroke:#ddd;stroke-width:1}
            .zero{stroke:#555;stroke-width:1.2}
            .up{stroke:#b85c00;stroke-width:7}
            .down{stroke:#2a6ea6;stroke-width:7}
            .doubt{stroke:#111;stroke-width:1.3;fill:none}
            .filled{fill:#111;stroke:#111;stroke-width:1.5}
            .hollow{fill:#fff;stroke:#111;stroke-width:1.5}
            .coverage{fill:#e6e6e6}
            .measured{fill:#777}
            .node{stroke:#222;stroke-width:1.4}
            .unmeasured{fill:#f7f7f7;stroke:#777;stroke-width:1.4;stroke-dasharray:5 4}
            .edge{stroke:#555;stroke-width:1.5;fill:none}
            .local{stroke-dasharray:2 3}
            .arrow{fill:#555;stroke:none}
            .bar{stroke:#222;stroke-width:3;fill:none}
            """;

    private Ink() {}

    /** The fill of a value: white at 0, blue below, orange above, strongest from ±{@code full} on. */
    static String fill(double value, double full) {
        double strength = Math.min(1, Math.abs(value) / full);
        int[] end = value < 0 ? BLUE : ORANGE;
        StringBuilder colour = new StringBuilder("#");
        for (int channel : end) {
            int mixed = (int) Math.round(WHITE + (channel - WHITE) * strength);
            colour.append(Character.forDigit(mixed >> 4, 16)).append(Character.forDigit(mixed & 15, 16));
        }
        return colour.toString();
    }
}
