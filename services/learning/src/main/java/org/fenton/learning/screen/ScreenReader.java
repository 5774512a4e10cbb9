package org.fenton.learning.screen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.fenton.core.synergy.ResponseScale;
import org.jspecify.annotations.Nullable;

/** Reads a screen in long format, tab-, comma- or semicolon-separated; every row or none. */
final class ScreenReader {
    /** Responses beyond these are no percentage of an untreated control, whatever the noise. */
    private static final double LOWEST = -100;

    private static final double HIGHEST = 200;

    private final String file;
    private final ResponseScale scale;
    private final Optional<DoseUnit> askedUnit;
    private @Nullable DoseUnit unit;
    private int unitLine;
    private int missing;

    ScreenReader(String file, ResponseScale scale, Optional<DoseUnit> askedUnit) {
        this.file = file;
        this.scale = scale;
        this.askedUnit = askedUnit;
    }

    ScreenFile read(BufferedReader text) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(text))
                .setCommentMarker('#')
                .setIgnoreEmptyLines(true)
                .get();
        List<ScreenRow> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            Iterator<CSVRecord> records = parser.iterator();
            require(records.hasNext(), "is empty; expected a header line " + ScreenColumn.EXPECTED);
            List<String> names = new ArrayList<>(records.next().toList());
            names.replaceAll(name -> name.replace("\uFEFF", "").strip());
            ScreenHeader header = new ScreenHeader(file, (int) parser.getCurrentLineNumber(), names);
            checkStated(header);
            require(records.hasNext(), "has a header line only; expected one line a well below it");
            while (records.hasNext()) {
                CSVRecord row = records.next();
                row(header, row, (int) parser.getCurrentLineNumber()).ifPresent(rows::add);
            }
        } catch (UncheckedIOException broken) {
            throw new IllegalArgumentException(
                    file + ": its quotes do not match (" + broken.getCause().getMessage() + ")", broken);
        }
        require(!rows.isEmpty(), "has no well with a response");
        DoseUnit used = unit != null ? unit : askedUnit.orElse(DoseUnit.MICROMOLAR);
        return new ScreenFile(file, scale, used, rows, missing);
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(1 << 16);
        String line = text.readLine();
        while (line != null && (line.isBlank() || line.startsWith("#"))) {
            line = text.readLine();
        }
        text.reset();
        return line == null || line.indexOf('\t') >= 0 ? '\t' : line.indexOf(',') >= 0 ? ',' : ';';
    }

    private void checkStated(ScreenHeader header) {
        Optional<ResponseScale> stated = header.statedScale();
        require(
                stated.isEmpty() || stated.get() == scale,
                "the header calls the response "
                        + stated.map(ResponseScale::key).orElse("") + ", --response says " + scale.key()
                        + "; declare what it is");
    }

    private Optional<ScreenRow> row(ScreenHeader header, CSVRecord row, int line) {
        if (row.size() != header.width()) {
            throw new IllegalArgumentException(
                    file + " line " + line + ": " + row.size() + " cells where the header names " + header.width());
        }
        DoseUnit here = header.has(ScreenColumn.UNIT) ? unit(header, row, line) : askedUnit.orElse(DoseUnit.MICROMOLAR);
        String drugA = header.cell(row, ScreenColumn.DRUG_A);
        String drugB = header.cell(row, ScreenColumn.DRUG_B);
        refuse(drugA.isEmpty() && drugB.isEmpty(), header.place(line, ScreenColumn.DRUG_A), "no drug named");
        double doseA = dose(header, row, line, ScreenColumn.DRUG_A, ScreenColumn.DOSE_A);
        double doseB = dose(header, row, line, ScreenColumn.DRUG_B, ScreenColumn.DOSE_B);
        String cellLine = header.cell(row, ScreenColumn.LINE);
        refuse(cellLine.isEmpty(), header.place(line, ScreenColumn.LINE), "no cell line named");
        String replicate = header.has(ScreenColumn.REPLICATE) ? header.cell(row, ScreenColumn.REPLICATE) : "1";
        refuse(
                replicate.isEmpty(),
                file + " line " + line + ", column replicate: ",
                "empty; number the wells of one pair of doses 1, 2, 3");
        String response = header.cell(row, ScreenColumn.RESPONSE);
        if (response.isEmpty() || response.equals("NA")) {
            missing++;
            return Optional.empty();
        }
        double value = header.number(line, row, ScreenColumn.RESPONSE);
        refuse(
                value < LOWEST || value > HIGHEST,
                header.place(line, ScreenColumn.RESPONSE),
                response + " is no percent " + scale.key() + " of an untreated control; expected about -50 to 150");
        return Optional.of(new ScreenRow(
                line, drugA, here.micromolar(doseA), drugB, here.micromolar(doseB), cellLine, replicate, value));
    }

    private static double dose(ScreenHeader header, CSVRecord row, int line, ScreenColumn drug, ScreenColumn dose) {
        String place = header.place(line, dose);
        String cell = header.cell(row, dose);
        boolean unnamed = header.cell(row, drug).isEmpty();
        if (cell.isEmpty() || cell.equals("NA")) {
            refuse(!unnamed, place, "no dose; write 0 where the drug was left out");
            return 0;
        }
        double value = header.number(line, row, dose);
        refuse(value < 0, place, cell + " is negative; doses are 0 or more, not logarithms");
        refuse(unnamed && value > 0, place, "a dose of no drug; name it in " + drug.key());
        return value + 0.0;
    }

    private DoseUnit unit(ScreenHeader header, CSVRecord row, int line) {
        String place = header.place(line, ScreenColumn.UNIT);
        DoseUnit here;
        try {
            here = DoseUnit.parse(header.cell(row, ScreenColumn.UNIT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(place + unknown.getMessage(), unknown);
        }
        if (unit == null) {
            unit = here;
            unitLine = line;
            refuse(
                    askedUnit.isPresent() && askedUnit.get() != here,
                    place,
                    here.key() + ", --unit says " + askedUnit.map(DoseUnit::key).orElse(""));
        }
        refuse(
                here != unit,
                place,
                here.key() + " here and " + unit.key() + " in line " + unitLine + "; one unit a file");
        return here;
    }

    private void require(boolean holds, String problem) {
        refuse(!holds, file + ": ", problem);
    }

    private static void refuse(boolean wrong, String place, String problem) {
        if (wrong) {
            throw new IllegalArgumentException(place + problem);
        }
    }
}
