package org.fenton.core.programme;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.Scale;

/**
 * Where a programme's score stands among the lines of a reference panel.
 *
 * <p>Formula: percentile = 100 · (lines below + ½ · lines equal) / lines. A line's score is made of the members that the
 * case measured, and no others, so that a thin table is compared with equally thin lines. For a gene set with weights w
 * over the line's N genes, r = Σ w·u / (√N · √(Σw² − (Σw)²/N)) and t as in {@code ulm}, where u is the line's gene in standard
 * deviations from the line's own mean.
 *
 * <p>Input: a tab-separated table, one column a line; the row {@code genes} holds N, rows such as {@code gene:GPX4} hold
 * u (empty where the line lacks the gene), rows such as {@code collectri:STAT3} hold the line's ulm t.
 *
 * <p>Output: 0 to 100 with the number of lines that could be scored; no rank for a contrast, whose difference has no place
 * among levels, nor with fewer than {@value #MIN_LINES} such lines.
 *
 * <p>Source: the table says which panel it is and how it was made.
 */
public final class ProgrammePanel {
    static final int MIN_LINES = 20;

    private final String name;
    private final int lines;
    private final Map<String, double[]> rows;

    private ProgrammePanel(String name, int lines, Map<String, double[]> rows) {
        this.name = name;
        this.lines = lines;
        this.rows = Map.copyOf(rows);
    }

    /** A place among the panel's lines. */
    public record Rank(double percentile, int lines) {}

    /** What the panel is, in the words of the table's first remark. */
    public String name() {
        return name;
    }

    public int lines() {
        return lines;
    }

    /** @throws IllegalArgumentException naming the row that is not as the header */
    public static ProgrammePanel read(Reader text) throws IOException {
        Map<String, double[]> rows = new HashMap<>();
        String name = "";
        int lines = -1;
        BufferedReader reader = new BufferedReader(text);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("#")) {
                name = name.isEmpty() ? line.substring(1).strip() : name;
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (lines < 0) {
                lines = cells.length - 1;
                continue;
            }
            if (cells.length != lines + 1) {
                throw new IllegalArgumentException(
                        "panel row " + cells[0] + " has " + (cells.length - 1) + " values for " + lines + " lines");
            }
            double[] values = new double[lines];
            for (int i = 0; i < lines; i++) {
                values[i] = cells[i + 1].isEmpty() ? Double.NaN : Double.parseDouble(cells[i + 1]);
            }
            rows.put(cells[0], values);
        }
        if (!rows.containsKey("genes")) {
            throw new IllegalArgumentException("the panel has no row named genes");
        }
        return new ProgrammePanel(name, lines, rows);
    }

    /** The rank of a score; empty for a contrast, for a programme without a score, and where too few lines can be scored. */
    public Optional<Rank> rank(Programme programme, ProgrammeActivity activity, Scale scale) {
        if (scale != Scale.ZSCORE || activity.score().isEmpty()) {
            return Optional.empty();
        }
        double score = activity.score().orElseThrow().value();
        Set<String> missing = Set.copyOf(activity.coverage().missing());
        int below = 0;
        int equal = 0;
        int scored = 0;
        for (int line = 0; line < lines; line++) {
            OptionalDouble other = programme instanceof GeneProgramme set
                    ? ofSet(set, missing, line)
                    : ofBalance((ActivityProgramme) programme, missing, line);
            if (other.isPresent()) {
                scored++;
                below += other.getAsDouble() < score ? 1 : 0;
                equal += other.getAsDouble() == score ? 1 : 0;
            }
        }
        return scored < MIN_LINES
                ? Optional.empty()
                : Optional.of(new Rank(100.0 * (below + 0.5 * equal) / scored, scored));
    }

    private OptionalDouble ofSet(GeneProgramme set, Set<String> missing, int line) {
        Set<GeneSymbol> genes = set.members().stream()
                .map(GeneProgramme.Member::gene)
                .filter(gene -> !missing.contains(gene.value()) && !Double.isNaN(value("gene:" + gene, line)))
                .collect(Collectors.toSet());
        List<GeneProgramme.Member> members = set.measured(genes);
        if (set.lack(members).isPresent()) {
            return OptionalDouble.empty();
        }
        double n = rows.get("genes")[line];
        double sum = 0;
        double product = 0;
        for (GeneProgramme.Member member : members) {
            sum += member.sign();
            product += member.sign() * value("gene:" + member.gene(), line);
        }
        double r = product / (Math.sqrt(n) * Math.sqrt(members.size() - sum * sum / n));
        return OptionalDouble.of(r * Math.sqrt((n - 2) / Math.max(1e-20, (1 - r) * (1 + r))));
    }

    /** The line's balance of the activities that the case has, members that are gene sets taken whole. */
    private OptionalDouble ofBalance(ActivityProgramme balance, Set<String> missing, int line) {
        double total = 0;
        for (int sign : new int[] {1, -1}) {
            List<Double> arm = new ArrayList<>();
            for (ActivityProgramme.Member member : balance.arm(sign)) {
                if (!missing.contains(member.name())) {
                    double t = value(member.name(), line);
                    if (Double.isNaN(t)) {
                        return OptionalDouble.empty();
                    }
                    arm.add(t);
                }
            }
            double mean = arm.stream().mapToDouble(t -> t).average().orElse(0);
            total += sign * mean;
        }
        return OptionalDouble.of(total);
    }

    private double value(String row, int line) {
        double[] values = rows.get(row);
        return values == null ? Double.NaN : values[line];
    }
}
