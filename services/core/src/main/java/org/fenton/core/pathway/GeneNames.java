package org.fenton.core.pathway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenton.core.id.GeneSymbol;
import org.jspecify.annotations.Nullable;

/**
 * Turns the gene names of a table into symbols.
 *
 * <p>Rules, in this order: a name with {@code ///} (Affymetrix) names several genes; an Ensembl gene id (version
 * ignored) needs a mapping, and is unmapped without; under {@link SymbolPolicy#CURRENT} a spreadsheet date becomes the
 * gene it was ({@code 2-Sep}, {@code Sep-02}, {@code 2016-09-02 00:00:00}: SEPTIN2; {@code 3-Mar}: MARCHF3;
 * {@code 1-Dec}: DELEC1), where 1-Mar and 2-Mar stay ambiguous because both MARCHF1/2 and MTARC1/2 end there, so such a
 * row is dropped and counted; and a previous HGNC symbol becomes the current one ({@link PreviousSymbols}).
 *
 * <p>Source of the date errors: Ziemann et al. 2016, doi:10.1186/s13059-016-1044-7.
 */
final class GeneNames {
    private static final Pattern SEVERAL = Pattern.compile("\\s*///\\s*");
    private static final Pattern ENSEMBL = Pattern.compile("(ENSG\\d{11})(\\.\\d+)?(_PAR_Y)?");
    private static final Pattern DAY_MONTH = Pattern.compile("(\\d{1,2})-(Mar|Sep|Dec)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_DAY = Pattern.compile("(Mar|Sep|Dec)-(\\d{1,2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-(03|09|12)-(\\d{2})( 00:00:00)?");

    private final SymbolPolicy policy;
    private final Map<String, GeneSymbol> ensembl;

    /** @param ensembl current symbols by Ensembl gene id without version; may be empty */
    GeneNames(SymbolPolicy policy, Map<String, GeneSymbol> ensembl) {
        this.policy = policy;
        this.ensembl = Map.copyOf(ensembl);
    }

    /** What became of one name. */
    sealed interface Reading {}

    /** @param renamed whether a symbol differs from what was written */
    record Symbols(List<GeneSymbol> genes, boolean renamed) implements Reading {}

    record Nothing() implements Reading {}

    record Unmapped(String id) implements Reading {}

    record Ambiguous(String name, List<String> candidates) implements Reading {}

    Reading read(String cell) {
        if (Missing.is(cell)) {
            return new Nothing();
        }
        if (cell.contains("///")) {
            List<GeneSymbol> genes = new ArrayList<>();
            boolean renamed = false;
            for (String part : SEVERAL.split(cell)) {
                if (one(part) instanceof Symbols symbols) {
                    symbols.genes().stream()
                            .filter(gene -> !genes.contains(gene))
                            .forEach(genes::add);
                    renamed |= symbols.renamed();
                }
            }
            return genes.isEmpty() ? new Nothing() : new Symbols(List.copyOf(genes), renamed);
        }
        return one(cell);
    }

    private Reading one(String name) {
        if (Missing.is(name)) {
            return new Nothing();
        }
        Matcher id = ENSEMBL.matcher(name);
        if (id.matches()) {
            GeneSymbol mapped = ensembl.get(id.group(1));
            return mapped == null ? new Unmapped(name) : new Symbols(List.of(mapped), true);
        }
        if (policy == SymbolPolicy.CURRENT) {
            Reading date = date(name);
            if (date != null) {
                return date;
            }
            Optional<String> current = PreviousSymbols.currentOf(name);
            if (current.isPresent()) {
                return new Symbols(List.of(new GeneSymbol(current.get())), true);
            }
        }
        if (name.chars().anyMatch(Character::isWhitespace)) {
            return new Unmapped(name);
        }
        return new Symbols(List.of(new GeneSymbol(name)), false);
    }

    private static @Nullable Reading date(String name) {
        Matcher dayMonth = DAY_MONTH.matcher(name);
        if (dayMonth.matches()) {
            return dated(name, dayMonth.group(2).substring(0, 1).toUpperCase(java.util.Locale.ROOT), dayMonth.group(1));
        }
        Matcher monthDay = MONTH_DAY.matcher(name);
        if (monthDay.matches()) {
            return dated(name, monthDay.group(1).substring(0, 1).toUpperCase(java.util.Locale.ROOT), monthDay.group(2));
        }
        Matcher iso = ISO_DATE.matcher(name);
        if (iso.matches()) {
            String month = Map.of("03", "M", "09", "S", "12", "D").get(iso.group(1));
            return dated(name, month, iso.group(2));
        }
        return null;
    }

    private static Reading dated(String name, String month, String day) {
        int number = Integer.parseInt(day);
        if (month.equals("M") && number <= 2) {
            return new Ambiguous(name, List.of("MARCHF" + number, "MTARC" + number));
        }
        String symbol =
                switch (month) {
                    case "M" -> number <= 11 ? "MARCHF" + number : "";
                    case "S" -> number == 15 ? "SELENOF" : number >= 1 && number <= 14 ? "SEPTIN" + number : "";
                    default -> number == 1 ? "DELEC1" : "";
                };
        return symbol.isEmpty() ? new Unmapped(name) : new Symbols(List.of(new GeneSymbol(symbol)), true);
    }
}
