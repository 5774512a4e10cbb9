package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Measured potencies against the four JAK kinases on one logarithmic axis, every value a mark of its own. */
public record PotencyPlot(List<Lane> lanes, List<Tick> ticks, int height) {
    private static final List<String> KINASES = List.of("JAK1", "JAK2", "JAK3", "TYK2");
    private static final int LEFT = 60;
    private static final int WIDTH = 460;
    private static final int TOP = 26;
    private static final int ROW = 30;
    private static final int LOWEST = -2;
    private static final int HIGHEST = 5;

    /** @param y of the middle of its row */
    public record Lane(String kinase, int y, int textY, List<Mark> marks) {}

    /** @param bound whether the value is only a bound, drawn open */
    public record Mark(double x, int y, boolean bound, String title) {}

    public record Tick(double x, String label) {}

    static PotencyPlot of(JsonNode drug) {
        List<Lane> lanes = new ArrayList<>();
        for (String kinase : KINASES) {
            int y = TOP + lanes.size() * ROW + ROW / 2;
            List<Mark> marks = new ArrayList<>();
            for (JsonNode potency : drug.path("potency")) {
                if (potency.path("node").asText().equals(kinase)) {
                    potency.path("values").forEach(value -> marks.add(mark(value, y)));
                }
            }
            lanes.add(new Lane(kinase, y, y + 4, marks));
        }
        List<Tick> ticks = new ArrayList<>();
        String[] labels = {"0.01", "0.1", "1 nM", "10", "100", "1 µM", "10", "100"};
        for (int power = LOWEST; power <= HIGHEST; power++) {
            ticks.add(new Tick(at(Math.pow(10, power)), labels[power - LOWEST]));
        }
        return new PotencyPlot(lanes, ticks, TOP + KINASES.size() * ROW + 4);
    }

    private static Mark mark(JsonNode value, int y) {
        String relation = value.path("relation").asText("=");
        double nanomolar = value.path("nanomolar").asDouble();
        return new Mark(
                at(nanomolar),
                y,
                !relation.equals("="),
                (relation.equals("=") ? "" : relation + " ") + Numbers.significant(nanomolar) + " nM, "
                        + value.path("assay").asText() + " ("
                        + value.path("confidence").asText() + ")");
    }

    private static double at(double nanomolar) {
        double power = Math.max(LOWEST, Math.min(HIGHEST, Math.log10(nanomolar)));
        return Math.round((LEFT + (power - LOWEST) / (HIGHEST - LOWEST) * WIDTH) * 10) / 10.0;
    }

    public boolean isEmpty() {
        return lanes.stream().allMatch(lane -> lane.marks().isEmpty());
    }
}
