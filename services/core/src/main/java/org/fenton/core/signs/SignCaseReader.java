package org.fenton.core.signs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.CloseNames;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.mechanism.MechanismGraph;
import org.fenton.core.ranking.Outlook;
import org.fenton.core.signs.SignCase.Asked;
import org.fenton.core.signs.SignCase.Expected;

/**
 * Reads the suite's file: tab-separated, one header line, one case a line, {@code #} comments, several values separated by
 * "; ". Columns: {@code id kind question drugs disease goal state lost patient end expect mustCite sources gap}; see
 * the head of the shipped file. Names are checked against the release, so that a misspelt drug or row cannot pass as "no effect".
 */
public final class SignCaseReader {
    private static final List<String> COLUMNS = List.of(
            "id",
            "kind",
            "question",
            "drugs",
            "disease",
            "goal",
            "state",
            "lost",
            "patient",
            "end",
            "expect",
            "mustCite",
            "sources",
            "gap");

    private final Knowledge knowledge;
    private final Set<String> ids = new HashSet<>();
    private final CaseCells cells;

    private SignCaseReader(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.cells = new CaseCells(knowledge);
    }

    /** The suite that comes with this version. */
    public static List<SignCase> shipped(Knowledge knowledge) throws IOException {
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(SignCaseReader.class.getResourceAsStream("cases.tsv"), "cases.tsv"),
                StandardCharsets.UTF_8)) {
            return read(text, knowledge);
        }
    }

    /** @throws IllegalArgumentException naming line and column and what would be right */
    public static List<SignCase> read(Reader text, Knowledge knowledge) throws IOException {
        SignCaseReader reader = new SignCaseReader(knowledge);
        List<SignCase> cases = new ArrayList<>();
        BufferedReader lines = new BufferedReader(text);
        int number = 0;
        boolean header = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] values = line.split("\t", -1);
            if (!header) {
                header = true;
                if (!List.of(values).equals(COLUMNS)) {
                    throw new IllegalArgumentException("line " + number + ": the header is " + String.join(" ", values)
                            + "; expected " + String.join(" ", COLUMNS));
                }
                continue;
            }
            if (values.length != COLUMNS.size()) {
                throw new IllegalArgumentException(
                        "line " + number + " has " + values.length + " cells; the header has " + COLUMNS.size());
            }
            try {
                cases.add(reader.signCase(values));
            } catch (IllegalArgumentException problem) {
                throw new IllegalArgumentException("line " + number + ": " + problem.getMessage(), problem);
            }
        }
        return List.copyOf(cases);
    }

    private SignCase signCase(String[] values) {
        String id = cell(values, "id");
        if (!ids.add(id)) {
            throw new IllegalArgumentException("[id] '" + id + "' is already used");
        }
        String end = cell(values, "end");
        return new SignCase(
                id,
                word("kind", cell(values, "kind").toUpperCase(Locale.ROOT), SignCase.Kind.class),
                cell(values, "question"),
                drugs(cell(values, "drugs")),
                cells.tumourCase(new CaseCells.Cells(
                        cell(values, "disease"),
                        cell(values, "goal"),
                        cell(values, "state"),
                        cell(values, "lost"),
                        cell(values, "patient"))),
                end.isEmpty() ? MechanismGraph.FERROPTOSIS : end,
                expected(cell(values, "expect")),
                Set.copyOf(CaseCells.values(cell(values, "mustCite"))),
                required("sources", cell(values, "sources")),
                cell(values, "gap"));
    }

    private Combination drugs(String text) {
        Combination drugs = Combination.parse(text);
        for (String id : drugs.drugs()) {
            if (knowledge.drugs().stream().noneMatch(drug -> drug.id().equals(id))) {
                List<String> close = CloseNames.of(
                        id, knowledge.drugs().stream().map(drug -> drug.id()).toList());
                throw new IllegalArgumentException("[drugs] no drug '" + id + "'"
                        + (close.isEmpty() ? "" : "; did you mean " + String.join(", ", close) + "?"));
            }
        }
        return drugs;
    }

    private List<Expected> expected(String text) {
        List<Expected> all = new ArrayList<>();
        for (String one : CaseCells.values(required("expect", text))) {
            String[] words = one.split(" ", 2);
            Asked asked = word("expect", words[0].toUpperCase(Locale.ROOT).replace('-', '_'), Asked.class);
            String value = words.length == 1 ? "" : words[1];
            switch (asked) {
                case DIRECTION, NOT_DIRECTION -> word("expect", value, FerroptosisEffect.Direction.class);
                case OUTLOOK -> word("expect", value, Outlook.class);
                default -> {
                    if (value.isEmpty() != (asked == Asked.OFFERED)) {
                        throw new IllegalArgumentException(
                                "[expect] '" + one + "' " + (value.isEmpty() ? "needs a value" : "takes no value"));
                    }
                }
            }
            all.add(new Expected(asked, value));
        }
        return all;
    }

    private static String required(String column, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("[" + column + "] is empty");
        }
        return value;
    }

    private static String cell(String[] values, String column) {
        return values[COLUMNS.indexOf(column)].strip();
    }

    static <T extends Enum<T>> T word(String column, String text, Class<T> type) {
        return word(column, text, Arrays.asList(type.getEnumConstants()), Enum::name);
    }

    static <T> T word(String column, String text, List<T> known, Function<T, String> name) {
        return known.stream()
                .filter(each -> name.apply(each).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("[" + column + "] '" + text + "' is none of "
                        + String.join(" ", known.stream().map(name).toList())));
    }
}
