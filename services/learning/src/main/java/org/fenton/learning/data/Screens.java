package org.fenton.learning.data;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fenton.learning.data.DataFiles.Input;
import org.fenton.learning.files.Table;
import org.fenton.learning.structure.StructureReader;

/** Reads the public screens, each with the one outcome it publishes: Loewe, ZIP, labels and AUC are never pooled. */
public enum Screens {
    /** DeepDDS benchmark (Wang 2022): O'Neil's wells as labels, Loewe above 10 against below 0, with its published folds. */
    DEEPDDS(EnumSet.of(Input.DEEPDDS_LABELS, Input.DEEPDDS_SMILES)) {
        @Override
        Screen read(DataFiles files, LineDirectory lines) throws IOException {
            ScreenBuilder screen = new ScreenBuilder("deepdds", lines, "ONeil");
            readStructures(screen, files, Input.DEEPDDS_SMILES);
            Table.tsv(files.path(Input.DEEPDDS_LABELS)).forEach(r -> {
                Map<String, String> folds = new TreeMap<>();
                folds.put("random", r.text("random_fold"));
                folds.put("combination", r.text("combination_fold"));
                folds.put("tissue", r.text("tissue_fold"));
                for (int fold = 0; fold < 5; fold++) {
                    folds.put("drug-" + fold, r.text("drug_fold_" + fold + "_test"));
                }
                screen.add(
                        r.text("drug_a"), r.text("drug_b"), r.text("cell_line"), label(r, "label"), Double.NaN, folds);
            });
            return screen.labelled();
        }
    },
    /** O'Neil 2016 with DeepSynergy's published folds; the score is Loewe, positive above 30. */
    ONEIL(EnumSet.of(Input.ONEIL_LOEWE, Input.ONEIL_SMILES)) {
        @Override
        Screen read(DataFiles files, LineDirectory lines) throws IOException {
            ScreenBuilder screen = new ScreenBuilder("oneil", lines, "ONeil");
            readStructures(screen, files, Input.ONEIL_SMILES);
            Table.tsv(files.path(Input.ONEIL_LOEWE))
                    .forEach(r -> screen.add(
                            r.text("drug_a"),
                            r.text("drug_b"),
                            r.text("cell_line"),
                            Double.NaN,
                            r.number("loewe"),
                            Map.of("combination", r.text("fold"))));
            return screen.positiveAbove(SYNERGY_ABOVE_LOEWE);
        }
    },
    /** O'Neil's wells against the better single agent; the score is HSA, mean over the doses in percentage points of inhibition, positive above 10. */
    ONEIL_BENEFIT(EnumSet.of(Input.ONEIL_SCORES, Input.ONEIL_SMILES)) {
        @Override
        Screen read(DataFiles files, LineDirectory lines) throws IOException {
            ScreenBuilder screen = new ScreenBuilder("oneil-hsa", lines, "ONeil");
            readStructures(screen, files, Input.ONEIL_SMILES);
            Table.tsv(files.path(Input.ONEIL_SCORES))
                    .forEach(r -> screen.add(
                            r.text("drug_a"),
                            r.text("drug_b"),
                            r.text("cell_line"),
                            Double.NaN,
                            r.number("hsa"),
                            Map.of()));
            return screen.positiveAbove(BENEFIT_ABOVE_HSA);
        }
    },
    /** DrugCombDB with O'Neil's ZIP as {@link ZipScreens} joins them; positive above ZIP 5, clipped to ±100. */
    DRUGCOMBDB(EnumSet.of(
            Input.DRUGCOMBDB_SCORES,
            Input.ONEIL_SCORES,
            Input.HUB_SAMPLES,
            Input.HUB_DRUGS,
            Input.ALMANAC_SMILES,
            Input.ONEIL_SMILES,
            Input.ONEIL_TARGETS,
            Input.DRUG_PROTEINS)) {
        @Override
        Screen read(DataFiles files, LineDirectory lines) throws IOException {
            return zip(ZipScreens.read(files, new StructureReader(), Map.of()));
        }
    },
    /** Jaaks 2022 in breast, colon and pancreas lines, as labels. */
    SANGER(EnumSet.of(Input.SANGER_LABELS, Input.SANGER_DRUGS)) {
        @Override
        Screen read(DataFiles files, LineDirectory lines) throws IOException {
            ScreenBuilder screen = new ScreenBuilder("sanger", lines, "Sanger");
            Table.csv(files.path(Input.SANGER_DRUGS)).forEach(r -> screen.inchiKey(r.text("name"), r.text("InCh.Key")));
            Table.tsv(files.path(Input.SANGER_LABELS))
                    .forEach(r -> screen.add(
                            r.text("Drug1"),
                            r.text("Drug2"),
                            r.text("Cell_Line"),
                            label(r, "Synergy"),
                            Double.NaN,
                            Map.of()));
            return screen.labelled();
        }
    },
    /** {@link #DRUGCOMBDB} with the rows of {@link #SANGER} lent to it; one structure is one drug. */
    DRUGCOMBDB_AND_SANGER(both(DRUGCOMBDB.inputs, SANGER.inputs)) {
        @Override
        Screen read(DataFiles files, LineDirectory lines) throws IOException {
            DrugDirectory drugs = DrugDirectory.read(files, new StructureReader());
            return LentRows.to(DRUGCOMBDB.read(files, lines), SANGER.read(files, lines), drug -> drugs.traits(drug)
                    .structure()
                    .map(s -> s.skeleton())
                    .orElse("named " + drug.key()));
        }
    },
    /**
     * CTRPv2, one drug a row. The score is minus the area under the curve: higher is more sensitive. It has no labels of its own: a protocol cuts them in its training lines, and
     * until then every row is not positive. Mixtures of two compounds are left out.
     */
    CTRP(EnumSet.of(
            Input.CTRP_COMPOUNDS, Input.CTRP_LINES, Input.CTRP_EXPERIMENTS, Input.CTRP_AUC_1, Input.CTRP_AUC_2)) {
        @Override
        Screen read(DataFiles files, LineDirectory lines) throws IOException {
            Map<String, String> compounds = new HashMap<>();
            Table.csv(files.path(Input.CTRP_COMPOUNDS))
                    .forEach(r -> compounds.put(r.text("master_cpd_id"), r.text("cpd_name")));
            Map<String, String> lineNames = new HashMap<>();
            Table.csv(files.path(Input.CTRP_LINES))
                    .forEach(r -> lineNames.put(r.text("master_ccl_id"), r.text("ccl_name")));
            Map<String, String> lineOfExperiment = new HashMap<>();
            Table.csv(files.path(Input.CTRP_EXPERIMENTS))
                    .forEach(r -> lineOfExperiment.put(r.text("expt_id"), known(r, "master_ccl_id", lineNames)));
            ScreenBuilder screen = new ScreenBuilder("ctrp", lines, "CTRP");
            for (Input part : List.of(Input.CTRP_AUC_1, Input.CTRP_AUC_2)) {
                Table.csv(files.path(part)).forEach(r -> {
                    String compound = known(r, "master_cpd_id", compounds);
                    String line = known(r, "experiment_id", lineOfExperiment);
                    if (!compound.contains(" mol/mol")) {
                        screen.add(compound, null, line, Double.NaN, -r.number("area_under_curve"), Map.of());
                    }
                });
            }
            return screen.positiveAbove(Double.POSITIVE_INFINITY);
        }
    };

    /** Loewe above this is synergy, as DeepSynergy has it. */
    public static final double SYNERGY_ABOVE_LOEWE = 30;

    /** HSA above this is benefit over the better single agent. */
    public static final double BENEFIT_ABOVE_HSA = 10;

    private static final Set<Input> LINE_FILES = EnumSet.of(
            Input.SCREEN_LINES, Input.LINE_ALIASES, Input.CCLE_ACTIVITIES, Input.LINE_ANNOTATION, Input.LINE_PROTEINS);

    private final Set<Input> inputs;

    Screens(Set<Input> own) {
        this.inputs = own;
    }

    /** The files that decide the screen's rows and line names. */
    public Set<Input> inputs() {
        EnumSet<Input> all = EnumSet.copyOf(inputs);
        all.addAll(LINE_FILES);
        return all;
    }

    /** @throws IllegalArgumentException naming the file, and the record where there is one, that is missing or cannot be read */
    public Screen read(DataFiles files) throws IOException {
        inputs().forEach(files::path);
        return read(files, LineDirectory.read(files));
    }

    abstract Screen read(DataFiles files, LineDirectory lines) throws IOException;

    /** The normalised name under which a drug of another list of the same laboratory is found. */
    public static String drugKey(String name) {
        return DrugName.key(name);
    }

    private static Set<Input> both(Set<Input> one, Set<Input> other) {
        EnumSet<Input> both = EnumSet.copyOf(one);
        both.addAll(other);
        return both;
    }

    private static void readStructures(ScreenBuilder screen, DataFiles files, Input smiles) throws IOException {
        StructureReader structures = new StructureReader();
        Table.tsv(files.path(smiles))
                .forEach(r -> screen.structure(
                        r.text("drug"),
                        r.text("smiles"),
                        structures.read(r.text("smiles")).skeleton()));
    }

    private static double label(Table.Row row, String column) {
        double label = row.number(column);
        if (label != 0 && label != 1) {
            throw new IllegalArgumentException(row.place(column) + ": '" + row.text(column) + "' is not 0 or 1");
        }
        return label;
    }

    private static String known(Table.Row row, String column, Map<String, String> names) {
        String name = names.get(row.text(column));
        if (name == null) {
            throw new IllegalArgumentException(
                    row.place(column) + ": '" + row.text(column) + "' is in no list of this screen");
        }
        return name;
    }

    private static Screen zip(TrainingData data) {
        List<TrainingData.Row> rows = data.rows();
        boolean[] positive = new boolean[rows.size()];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = rows.get(row).synergistic();
        }
        Screen.Layout layout = new Screen.Layout(
                "drugcombdb",
                data.drugs().stream()
                        .map(d -> new Screen.Drug(
                                d.key(), d.key(), d.description().structure().map(s -> s.skeleton()), Optional.empty()))
                        .toList(),
                data.lines().stream()
                        .map(l -> new Screen.Line(
                                l.key(),
                                l.key(),
                                Optional.of(l.key()).filter(k -> k.startsWith("ACH-")),
                                l.state().tissue()))
                        .toList(),
                rows.stream().mapToInt(TrainingData.Row::drugA).toArray(),
                rows.stream().mapToInt(TrainingData.Row::drugB).toArray(),
                rows.stream().mapToInt(TrainingData.Row::line).toArray(),
                Map.of());
        return new Screen(
                layout,
                positive,
                rows.stream().mapToDouble(TrainingData.Row::zip).toArray());
    }
}
