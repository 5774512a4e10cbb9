package org.fenton.catalog.release;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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
import org.fenton.catalog.drug.DrugSeed;
import org.fenton.catalog.mechanism.EdgeEntity;
import org.fenton.catalog.mechanism.NodeEntity;
import org.fenton.catalog.safety.InteractionEntity;
import org.fenton.catalog.safety.SafetyRuleEntity;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;

/** Everything the catalog knows at one moment: what a release is made of. */
record Facts(
        List<SourceEntity> sources,
        List<NodeEntity> nodes,
        List<TumourEntity> tumours,
        List<ScopeEntity> scopes,
        List<EdgeEntity> edges,
        List<DrugClassEntity> classes,
        List<DrugEntity> drugs,
        List<ContextEntity> contexts,
        List<ResistanceEntity> resistance,
        List<CombinationEntity> combinations,
        List<SafetyRuleEntity> rules,
        List<InteractionEntity> interactions,
        List<Reason> reasons) {

    /** A row, its key and what it claims. */
    record Row(Object entity, String id, List<ClaimedRow> claims) {}

    /** The rows of one type. */
    record Rows(String type, Class<?> entity, List<Row> rows) {}

    /**
     * Reads and checks every table of a folder.
     *
     * @throws org.fenton.catalog.seed.SeedException with every fault found, when there is any
     */
    static Facts read(SeedFolder folder) {
        SeedKeys keys = new SeedKeys();
        // Tables others refer to come first: each fills its keys.
        Facts facts = new Facts(
                SourceEntity.read(folder, keys),
                NodeEntity.read(folder, keys),
                TumourEntity.read(folder, keys),
                ScopeEntity.read(folder, keys),
                EdgeEntity.read(folder, keys),
                DrugClassEntity.read(folder, keys),
                DrugSeed.read(folder, keys),
                ContextEntity.read(folder, keys),
                ResistanceEntity.read(folder, keys),
                CombinationEntity.read(folder, keys),
                SafetyRuleEntity.read(folder, keys),
                InteractionEntity.read(folder, keys),
                reasons(folder));
        folder.report().refuseFaults();
        return facts;
    }

    /** Why these seeds drop or turn what earlier ones held. */
    private static List<Reason> reasons(SeedFolder folder) {
        return folder.read("reasons.tsv", List.of("type", "id", "reason")).stream()
                .map(row -> new Reason(row.required("type"), row.required("id"), row.required("reason")))
                .toList();
    }

    /** By type, those that others refer to first. */
    List<Rows> rows() {
        return List.of(
                rows("source", SourceEntity.class, sources, row -> row.id, row -> List.of()),
                rows("node", NodeEntity.class, nodes, row -> row.id, row -> List.of()),
                rows("tumour", TumourEntity.class, tumours, row -> row.id, row -> List.of()),
                rows("scope", ScopeEntity.class, scopes, row -> row.id, row -> List.of()),
                rows("edge", EdgeEntity.class, edges, row -> row.id, row -> List.of(row.claimed())),
                rows("class", DrugClassEntity.class, classes, row -> row.id, row -> List.of()),
                rows("drug", DrugEntity.class, drugs, row -> row.id, DrugEntity::claimed),
                rows("context", ContextEntity.class, contexts, row -> row.id, row -> List.of(row.claimed())),
                rows("resistance", ResistanceEntity.class, resistance, row -> row.id, row -> List.of(row.claimed())),
                rows(
                        "combination",
                        CombinationEntity.class,
                        combinations,
                        row -> row.id,
                        row -> List.of(row.claimed())),
                rows("rule", SafetyRuleEntity.class, rules, row -> row.id, row -> List.of()),
                rows("interaction", InteractionEntity.class, interactions, row -> row.id, row -> List.of()));
    }

    private static <E> Rows rows(
            String type, Class<E> entity, List<E> rows, Function<E, String> id, Function<E, List<ClaimedRow>> claims) {
        return new Rows(
                type,
                entity,
                rows.stream()
                        .map(row -> new Row(row, id.apply(row), claims.apply(row)))
                        .toList());
    }

    /** Every claim the rows make, one study each. */
    List<ClaimEntity> claims() {
        List<ClaimedRow> rows = new ArrayList<>();
        edges.forEach(edge -> rows.add(edge.claimed()));
        contexts.forEach(context -> rows.add(context.claimed()));
        resistance.forEach(mechanism -> rows.add(mechanism.claimed()));
        combinations.forEach(combination -> rows.add(combination.claimed()));
        drugs.forEach(drug -> rows.addAll(drug.claimed()));
        return rows.stream().flatMap(row -> row.claims().stream()).toList();
    }

    /** In an order that satisfies the database's references. */
    void persist() {
        Stream.of(
                        sources,
                        nodes,
                        tumours,
                        scopes,
                        edges,
                        classes,
                        drugs,
                        contexts,
                        resistance,
                        combinations,
                        rules,
                        interactions,
                        claims())
                .forEach(rows -> PanacheEntityBase.persist(rows));
    }
}
