package org.fenton.learning.activity;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.pathway.MeasuredNetwork;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.Scale;
import org.fenton.core.pathway.Ulm;
import org.fenton.core.programme.ActivityProgramme;
import org.fenton.core.programme.GeneProgramme;
import org.fenton.core.programme.Programme;
import org.fenton.core.programme.ProgrammeActivity;
import org.fenton.core.programme.ProgrammeScoring;
import org.fenton.core.programme.Programmes;
import org.fenton.learning.data.DataFiles;
import org.fenton.learning.data.DataFiles.Input;
import org.fenton.learning.files.Table;
import org.fenton.learning.files.TextFiles;
import org.fenton.learning.reference.PathwayNetworks;
import org.fenton.learning.reference.ReferencePanel;

/**
 * Makes the table that {@link org.fenton.core.programme.ProgrammePanel} reads out of the public NCI-60 expression: what
 * programmes are in its lines, standardised exactly as a case is. Run it again when a programme or the panel changes.
 */
final class ProgrammePanelMaker {
    private static final int DIGITS = 3;

    private final Programmes programmes = Programmes.standard();
    private final SortedMap<String, Map<String, Double>> rows = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();
    private final Set<String> memberNames = programmes.list().stream()
            .filter(ActivityProgramme.class::isInstance)
            .flatMap(programme -> ((ActivityProgramme) programme).members().stream())
            .map(ActivityProgramme.Member::name)
            .collect(Collectors.toSet());

    /** {@code ProgrammePanelMaker DATA-DIRECTORY FILE}. */
    public static void main(String[] args) throws IOException {
        TextFiles.write(Path.of(args[1]), new ProgrammePanelMaker().table(new DataFiles(Path.of(args[0]))));
    }

    String table(DataFiles files) throws IOException {
        ReferencePanel panel = ReferencePanel.read(files);
        Map<String, Network> networks = Map.of(
                PathwayNetworks.COLLECTRI, panel.networks().collectri(),
                PathwayNetworks.PROGENY, panel.networks().progeny());
        ProgrammeScoring scoring = new ProgrammeScoring(programmes, networks);
        profiles(files.path(Input.PANEL_EXPRESSION)).forEach((line, values) -> {
            lines.add(line);
            ExpressionProfile profile = panel.genes().standardise(ExpressionProfile.of(line, Scale.LOG2, values));
            addGenes(line, profile);
            for (ProgrammeActivity activity : scoring.score(profile.matrix())) {
                String row = ActivityProgramme.PROGRAMMES + ":" + activity.programme();
                activity.score().filter(s -> memberNames.contains(row)).ifPresent(s -> add(row, line, s.value()));
            }
            addMembers(line, profile, networks);
        });
        return text();
    }

    private static SortedMap<String, Map<GeneSymbol, Double>> profiles(Path file) throws IOException {
        SortedMap<String, Map<GeneSymbol, Double>> profiles = new TreeMap<>();
        Table.csv(file).forEach(row -> {
            GeneSymbol gene = new GeneSymbol(row.text("Genes"));
            for (String line : row.columns().keySet()) {
                if (!line.equals("Genes")
                        && !ReferencePanel.EXCLUDED.contains(line)
                        && !row.text(line).equals("NA")) {
                    profiles.computeIfAbsent(line, l -> new HashMap<>()).put(gene, row.number(line));
                }
            }
        });
        return profiles;
    }

    /** Each programme gene in standard deviations from the mean of its own line. */
    private void addGenes(String line, ExpressionProfile profile) {
        double[] z = profile.matrix().values(0);
        double mean = java.util.Arrays.stream(z).average().orElseThrow();
        double squares =
                java.util.Arrays.stream(z).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = Math.sqrt(squares / z.length);
        add("genes", line, z.length);
        for (Programme programme : programmes.list()) {
            if (programme instanceof GeneProgramme set) {
                for (GeneProgramme.Member member : set.members()) {
                    profile.value(member.gene())
                            .ifPresent(v -> add("gene:" + member.gene(), line, (v - mean) / deviation));
                }
            }
        }
    }

    private void addMembers(String line, ExpressionProfile profile, Map<String, Network> networks) {
        networks.forEach((name, network) -> {
            MeasuredNetwork measured = new MeasuredNetwork(network, profile.genes(), PathwayNetworks.MIN_SIZE);
            var table = new Ulm().infer(profile.matrix(), measured);
            for (Programme programme : programmes.list()) {
                if (programme instanceof ActivityProgramme balance) {
                    balance.members().stream()
                            .filter(member -> member.network().equals(name))
                            .forEach(member -> table.find(member.activity(), line)
                                    .ifPresent(t -> add(member.name(), line, t.score())));
                }
            }
        });
    }

    private void add(String row, String line, double value) {
        rows.computeIfAbsent(row, r -> new HashMap<>()).put(line, value);
    }

    private String text() {
        StringBuilder text = new StringBuilder(
                "# NCI-60 cell lines by RNA-seq, " + lines.size() + " lines (without "
                        + String.join(" and ", ReferencePanel.EXCLUDED) + ")\n"
                        + "# Source: log2 FPKM of saezlab/Factor_COSMOS @ 0f4348ba, standardised; made by ProgrammePanelMaker\n");
        text.append("row");
        lines.forEach(line -> text.append('\t').append(line));
        text.append('\n');
        rows.forEach((row, values) -> {
            text.append(row);
            for (String line : lines) {
                Double value = values.get(line);
                text.append('\t').append(value == null ? "" : rounded(value));
            }
            text.append('\n');
        });
        return text.toString();
    }

    private static String rounded(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
