package org.fenton.core.programme;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.programme.Programme.Description;
import org.fenton.core.programme.Programme.Effect;

/**
 * The definitions of programmes, read from two tables: {@code programmes.tsv} (one line a programme) and {@code
 * members.tsv} (one line a gene or activity, with its source). The tables explain their columns.
 */
public record Programmes(List<Programme> list) {
    public Programmes {
        list = List.copyOf(list);
    }

    /** Those that Fenton ships, in the order of the table. */
    public static Programmes standard() {
        try (Reader programmes = resource("programmes.tsv");
                Reader members = resource("members.tsv")) {
            return read(programmes, members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader resource(String name) {
        InputStream bytes = Programmes.class.getResourceAsStream(name);
        if (bytes == null) {
            throw new IllegalStateException("the jar lacks its resource " + name);
        }
        return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException naming the table and line that is not what its header says */
    public static Programmes read(Reader programmes, Reader members) throws IOException {
        Map<String, List<Row>> byProgramme = new LinkedHashMap<>();
        for (Row row : rows("members.tsv", members, 4)) {
            byProgramme
                    .computeIfAbsent(row.cells().get(0), key -> new ArrayList<>())
                    .add(row);
        }
        List<Programme> list = new ArrayList<>();
        for (Row row : rows("programmes.tsv", programmes, 5)) {
            List<Row> own = byProgramme.remove(row.cells().get(0));
            if (own == null) {
                throw row.problem("the programme " + row.cells().get(0) + " has no line in members.tsv");
            }
            list.add(programme(row, own));
        }
        if (!byProgramme.isEmpty()) {
            throw new IllegalArgumentException(
                    "members.tsv: no programme " + byProgramme.keySet() + " in programmes.tsv");
        }
        return new Programmes(list);
    }

    private static Programme programme(Row row, List<Row> members) {
        List<String> cells = row.cells();
        Description description = new Description(cells.get(0), cells.get(1), Effect.valueOf(cells.get(3)));
        return switch (cells.get(2)) {
            case "GENES" ->
                new GeneProgramme(
                        description,
                        keyGenes(cells.get(4)),
                        members.stream()
                                .map(m -> new GeneProgramme.Member(
                                        new GeneSymbol(m.cells().get(1)),
                                        m.sign(),
                                        m.cells().get(3)))
                                .toList());
            case "ACTIVITIES" ->
                new ActivityProgramme(
                        description, members.stream().map(Programmes::activity).toList());
            default -> throw row.problem("kind is GENES or ACTIVITIES, not " + cells.get(2));
        };
    }

    private static ActivityProgramme.Member activity(Row row) {
        String[] name = row.cells().get(1).split(":", 2);
        if (name.length != 2) {
            throw row.problem("an activity is written network:source, such as collectri:STAT3");
        }
        return new ActivityProgramme.Member(
                name[0], name[1], row.sign(), row.cells().get(3));
    }

    private static Set<GeneSymbol> keyGenes(String cell) {
        return cell.equals("-")
                ? Set.of()
                : Arrays.stream(cell.split(" ")).map(GeneSymbol::new).collect(Collectors.toSet());
    }

    private record Row(String place, List<String> cells) {
        int sign() {
            return switch (cells.get(2)) {
                case "+" -> 1;
                case "-" -> -1;
                default -> throw problem("a sign is + or -, not " + cells.get(2));
            };
        }

        IllegalArgumentException problem(String text) {
            return new IllegalArgumentException(place + ": " + text);
        }
    }

    /** The rows below the header, without remarks. */
    private static List<Row> rows(String file, Reader text, int columns) throws IOException {
        List<Row> rows = new ArrayList<>();
        BufferedReader lines = new BufferedReader(text);
        int number = 0;
        boolean header = true;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            Row row = new Row(file + " line " + number, List.of(line.split("\t", -1)));
            if (row.cells().size() != columns) {
                throw row.problem(row.cells().size() + " cells where there are " + columns + " columns");
            }
            if (!header) {
                rows.add(row);
            }
            header = false;
        }
        return rows;
    }
}
