package org.fenton.catalog.transfer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenton.catalog.claim.ClaimEntity;
import org.fenton.catalog.claim.ClaimedRow;
import org.fenton.catalog.drug.DrugEntity;
import org.fenton.catalog.drug.DrugListingEntity;

/** Brings some rows of every type into the catalog at once, with the claims they make. */
public final class RowMerge implements AutoCloseable {
    private static final TableShape CLAIMS = TableShape.of(ClaimEntity.class);
    private static final TableShape LISTINGS = TableShape.of(DrugListingEntity.class);

    private final Connection connection;
    private final Staging staging;
    private final Merge merge;
    private final Map<Class<?>, TableShape> shapes = new HashMap<>();

    public RowMerge(Connection connection) throws SQLException {
        this.connection = connection;
        this.staging = new Staging(connection);
        this.merge = new Merge(connection);
        staging.add(CLAIMS);
        staging.add(LISTINGS);
    }

    public void put(Object entity, List<ClaimedRow> claims) throws SQLException {
        staging.row(shape(entity.getClass()), 0, entity);
        if (entity instanceof DrugEntity drug) {
            for (DrugListingEntity listing : drug.listings) {
                staging.row(LISTINGS, 0, listing);
            }
        }
        for (ClaimedRow claimed : claims) {
            for (ClaimEntity claim : claimed.claims()) {
                staging.row(CLAIMS, 0, claim);
            }
        }
    }

    private TableShape shape(Class<?> entity) throws SQLException {
        TableShape shape = shapes.get(entity);
        if (shape == null) {
            shape = TableShape.of(entity);
            shapes.put(entity, shape);
            staging.add(shape);
        }
        return shape;
    }

    public void finish() throws SQLException {
        staging.finish();
    }

    /** Rows of one type; callers go from the tables that others refer to to those that refer. */
    public void rows(Class<?> entity, String type) throws SQLException {
        TableShape shape = shapes.get(entity);
        if (shape == null) {
            return;
        }
        String staged = "select id from pg_temp.staged_" + shape.table();
        merge.rows(shape);
        if (entity == DrugEntity.class) {
            Sql.execute(
                    connection,
                    "delete from catalog.drug_listing where drug in (" + staged
                            + ") and id not in (select id from pg_temp.staged_drug_listing)");
            merge.rows(LISTINGS);
        }
        merge.removeClaims(type, staged);
    }

    /** The claims of all rows that were put. */
    public void claims() throws SQLException {
        merge.rows(CLAIMS);
    }

    public void remove(Class<?> entity, String type, List<String> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        TableShape shape = TableShape.of(entity);
        delete(
                "delete from catalog.claim where origin = 'ROW' and subject_type = '" + type
                        + "' and subject_id = any(?)",
                ids);
        for (TableShape.Child child : shape.children()) {
            delete(
                    "delete from catalog." + child.shape().table() + " where "
                            + child.shape().key() + " = any(?)",
                    ids);
        }
        if (entity == DrugEntity.class) {
            delete("delete from catalog.drug_listing where drug = any(?)", ids);
        }
        delete("delete from catalog." + shape.table() + " where id = any(?)", ids);
    }

    private void delete(String sql, List<String> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        staging.close();
    }
}
