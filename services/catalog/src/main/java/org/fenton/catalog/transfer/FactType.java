package org.fenton.catalog.transfer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.fenton.catalog.claim.ClaimEntity;
import org.fenton.catalog.claim.ClaimedRow;
import org.fenton.catalog.claim.SourceEntity;
import org.fenton.catalog.combination.CombinationEntity;
import org.fenton.catalog.disease.ContextEntity;
import org.fenton.catalog.disease.ResistanceEntity;
import org.fenton.catalog.disease.ScopeEntity;
import org.fenton.catalog.disease.TumourEntity;
import org.fenton.catalog.drug.DrugClassEntity;
import org.fenton.catalog.drug.DrugEntity;
import org.fenton.catalog.drug.DrugListingEntity;
import org.fenton.catalog.drug.DrugSeed;
import org.fenton.catalog.drug.DrugTarget;
import org.fenton.catalog.drug.Regulatory;
import org.fenton.catalog.mechanism.EdgeEntity;
import org.fenton.catalog.mechanism.NodeEntity;
import org.fenton.catalog.safety.InteractionEntity;
import org.fenton.catalog.safety.SafetyRuleEntity;
import org.fenton.catalog.seed.GivenTable;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;
import org.fenton.catalog.seed.SeedReport;
import org.fenton.http.ProblemException;

/**
 * A kind of row that can be imported and exported. Its files have the columns of the seed file of that kind and are read
 * by the very reader that reads the seeds, so that no fact has a second, laxer way in.
 *
 * @param whole rows need others of their file (a parent below its child, all targets of a drug), so it is read in one go
 */
record FactType(String name, String file, TableShape shape, boolean whole, Reader reader) {

    interface Reader {
        List<Read> read(SeedFolder folder, Known known);
    }

    /**
     * A row as read.
     *
     * @param key {@link #fileKey} of the line it stands in
     * @param claims what the row by itself claims; a drug's claims are made of its rows in several tables, later
     */
    record Read(String key, Object row, List<ClaimedRow> claims) {}

    /** What the database holds already. */
    record Known(SeedKeys keys, Map<String, String> drugNames) {
        static Known of(Connection connection) throws SQLException {
            Map<String, Set<String>> ids = new HashMap<>();
            for (String table : List.of("source", "node", "drug_class", "tumour", "scope", "drug")) {
                ids.put(
                        table,
                        Sql.map(connection, "select id, id from catalog." + table)
                                .keySet());
            }
            return new Known(SeedKeys.stored(ids::get), Sql.map(connection, "select id, name from catalog.drug"));
        }
    }

    private static final List<FactType> ALL = List.of(
            of("source", "sources.tsv", SourceEntity.class, reader(SourceEntity::read, row -> row.id)),
            of("node", "nodes.tsv", NodeEntity.class, reader(NodeEntity::read, row -> row.id)),
            of("tumour", "tumours.tsv", TumourEntity.class, reader(TumourEntity::read, row -> row.id))
                    .inOneGo(),
            of("scope", "scopes.tsv", ScopeEntity.class, reader(ScopeEntity::read, row -> row.id)),
            of(
                    "edge",
                    "edges.tsv",
                    EdgeEntity.class,
                    reader(EdgeEntity::read, row -> row.id, row -> List.of(row.claimed()))),
            of("class", "classes.tsv", DrugClassEntity.class, reader(DrugClassEntity::read, row -> row.id))
                    .inOneGo(),
            new FactType(
                    "drug",
                    "drugs.tsv",
                    TableShape.of(DrugEntity.class).onlyWith("drug_name"),
                    false,
                    reader(DrugSeed::read, row -> row.id)),
            of("drug-listing", "drug-listings.tsv", DrugListingEntity.class, FactType::listings),
            new FactType(
                    "drug-target",
                    "drug-targets.tsv",
                    TableShape.ofCollection(DrugEntity.class, "targets"),
                    true,
                    FactType::targets),
            new FactType(
                    "drug-regulatory",
                    "regulatory.tsv",
                    TableShape.ofCollection(DrugEntity.class, "regulatory"),
                    true,
                    FactType::regulatory),
            of(
                    "context",
                    "contexts.tsv",
                    ContextEntity.class,
                    reader(ContextEntity::read, row -> row.id, row -> List.of(row.claimed()))),
            of(
                    "resistance",
                    "resistance.tsv",
                    ResistanceEntity.class,
                    reader(ResistanceEntity::read, row -> row.id, row -> List.of(row.claimed()))),
            of(
                    "combination",
                    "combinations.tsv",
                    CombinationEntity.class,
                    reader(CombinationEntity::read, row -> row.id, row -> List.of(row.claimed()))),
            of("rule", "rules.tsv", SafetyRuleEntity.class, reader(SafetyRuleEntity::read, row -> row.id)),
            of(
                    "interaction",
                    "interactions.tsv",
                    InteractionEntity.class,
                    reader(InteractionEntity::read, row -> row.id)),
            of("claim", ClaimFile.NAME, ClaimEntity.class, reader(ClaimFile::read, row -> row.id)));

    static List<String> names() {
        return ALL.stream().map(FactType::name).toList();
    }

    static FactType named(String name) {
        return ALL.stream()
                .filter(type -> type.name.equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("type", name, names()));
    }

    private static FactType of(String name, String file, Class<?> entity, Reader reader) {
        return new FactType(name, file, TableShape.of(entity), false, reader);
    }

    private FactType inOneGo() {
        return new FactType(name, file, shape, true, reader);
    }

    private static <E> Reader reader(BiFunction<SeedFolder, SeedKeys, List<E>> rows, Function<E, String> key) {
        return reader(rows, key, row -> List.of());
    }

    private static <E> Reader reader(
            BiFunction<SeedFolder, SeedKeys, List<E>> rows,
            Function<E, String> key,
            Function<E, List<ClaimedRow>> claims) {
        return (folder, known) -> rows.apply(folder, known.keys()).stream()
                .map(row -> new Read(key.apply(row), row, folder.report().count() > 0 ? List.of() : claims.apply(row)))
                .toList();
    }

    private static List<Read> listings(SeedFolder folder, Known known) {
        Map<String, DrugEntity> drugs = new HashMap<>();
        known.drugNames().forEach((id, name) -> {
            DrugEntity drug = new DrugEntity();
            drug.id = id;
            drug.name = name;
            drugs.put(id, drug);
        });
        DrugListingEntity.read(folder, known.keys(), drugs);
        List<Read> read = new ArrayList<>();
        for (DrugEntity drug : drugs.values()) {
            for (DrugListingEntity listing : drug.listings) {
                read.add(new Read(drug.id + ":" + listing.kind, listing, List.of()));
            }
        }
        return read;
    }

    /** The targets of a drug are one list: a file gives all of those of each drug that it names. */
    private static List<Read> targets(SeedFolder folder, Known known) {
        List<Read> read = new ArrayList<>();
        DrugTarget.read(folder, known.keys()).forEach((drug, targets) -> read.add(new Read(drug, targets, List.of())));
        return read;
    }

    private static List<Read> regulatory(SeedFolder folder, Known known) {
        List<Read> read = new ArrayList<>();
        Regulatory.read(folder, known.keys()).forEach((drug, facts) -> read.add(new Read(drug, facts, List.of())));
        return read;
    }

    /**
     * What the claims of its rows are about; null where rows make none. A drug's claims are made of its row and all its
     * listings together.
     */
    String claimsAbout() {
        return switch (name) {
            case "edge", "context", "resistance", "combination" -> name;
            case "drug", "drug-listing" -> "drug";
            default -> null;
        };
    }

    boolean isClaim() {
        return name.equals("claim");
    }

    /** True where rows are elements of a drug's list and have no key of their own. */
    boolean isList() {
        return shape.key() != null;
    }

    /** The columns of its files, as its reader asks for them. */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        GivenTable nothing = new GivenTable(file, List.of(), List.of(), columns::addAll);
        reader.read(SeedFolder.of(nothing, new SeedReport()), new Known(new SeedKeys(), Map.of()));
        return columns;
    }

    /** The cells that say which row a line is. */
    String fileKey(Map<String, String> cells) {
        return switch (name) {
            case "drug-listing" -> cells.get("drug") + ":" + cells.get("kind");
            case "drug-target", "drug-regulatory" -> cells.get("drug");
            default -> cells.get("id");
        };
    }
}
