package org.fenton.model.inference;

import static org.fenton.model.inference.Tensor.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.learning.features.FeatureDefinition;
import org.fenton.learning.features.FeatureSchema;
import org.fenton.learning.scoring.FeatureRange;

/**
 * The vectors of an inference request, accepted only when their names are those of the schema in its order.
 *
 * <p>Either one tensor {@code features} of shape [rows, features] with the names beside it, as the BYTES tensor {@code feature_names} or by the parameter
 * {@code schema_hash}; or one tensor of shape [rows] or [rows, 1] a feature, called as the feature.
 */
final class FeatureRows {
    static final String FEATURES = "features";
    static final String FEATURE_NAMES = "feature_names";
    static final String SCHEMA_HASH = "schema_hash";
    static final int MOST_ROWS = 10_000;

    private final FeatureSchema schema;

    FeatureRows(FeatureSchema schema) {
        this.schema = schema;
    }

    /** @throws ProblemException 400 naming the features that differ, lack a value or are out of range */
    List<double[]> read(List<Tensor> inputs, JsonNode parameters) {
        require(!inputs.isEmpty(), "inputs holds no tensor");
        Optional<Tensor> matrix =
                inputs.stream().filter(t -> t.name().equals(FEATURES)).findFirst();
        List<double[]> rows = matrix.isPresent() ? ofMatrix(matrix.get(), inputs, parameters) : ofColumns(inputs);
        List<double[]> accepted = new ArrayList<>();
        for (double[] row : rows) {
            accepted.add(accept(schema.names(), row));
            refuseOutOfRange(row, accepted.size() - 1);
        }
        return accepted;
    }

    private List<double[]> ofMatrix(Tensor matrix, List<Tensor> inputs, JsonNode parameters) {
        require(matrix.shape().size() == 2, "features has shape " + matrix.shape() + ", not [rows, features]");
        require(!matrix.datatype().equals(Tensor.BYTES), "features is FP64 or FP32, not BYTES");
        int width = matrix.shape().get(1);
        boolean named = false;
        for (Tensor other : inputs) {
            if (other.name().equals(FEATURE_NAMES)) {
                require(!named && other.datatype().equals(Tensor.BYTES), "feature_names is one tensor of BYTES");
                List<String> names =
                        other.values().stream().map(JsonNode::asText).toList();
                acceptNames(names);
                require(
                        names.size() == width,
                        "features has " + width + " columns for " + names.size() + " feature_names");
                named = true;
            } else {
                require(other == matrix, "unexpected input " + other.name() + " beside features and feature_names");
            }
        }
        named |= acceptHash(parameters.path(SCHEMA_HASH), width);
        require(
                named,
                "features without names cannot be checked: add the BYTES tensor feature_names, or parameters.schema_hash "
                        + schema.hash());
        return rows(matrix.shape().get(0), width, (row, column) -> matrix.number(row * width + column));
    }

    private boolean acceptHash(JsonNode hash, int width) {
        if (hash.isMissingNode()) {
            return false;
        }
        require(
                hash.isTextual() && hash.asText().equals(schema.hash()),
                "parameters.schema_hash is not that of this model, " + schema.hash());
        if (width != schema.size()) {
            List<String> names = new ArrayList<>(schema.names().subList(0, Math.min(width, schema.size())));
            for (int extra = schema.size(); extra < width; extra++) {
                names.add("column " + extra);
            }
            acceptNames(names);
        }
        return true;
    }

    private List<double[]> ofColumns(List<Tensor> columns) {
        acceptNames(columns.stream().map(Tensor::name).toList());
        int count = columns.get(0).values().size();
        for (Tensor column : columns) {
            boolean flat = column.shape().size() == 1
                    || column.shape().size() == 2 && column.shape().get(1) == 1;
            require(flat, column.name() + " has shape " + column.shape() + ", not [rows] or [rows, 1]");
            require(!column.datatype().equals(Tensor.BYTES), column.name() + " is FP64 or FP32, not BYTES");
            require(
                    column.values().size() == count,
                    column.name() + " has " + column.values().size() + " rows, "
                            + columns.get(0).name() + " has " + count);
        }
        return rows(count, columns.size(), (row, column) -> columns.get(column).number(row));
    }

    private interface Cell {
        double at(int row, int column);
    }

    private static List<double[]> rows(int count, int width, Cell cell) {
        require(count <= MOST_ROWS, count + " rows; one call takes at most " + MOST_ROWS);
        List<double[]> rows = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            double[] row = new double[width];
            for (int c = 0; c < width; c++) {
                row[c] = cell.at(r, c);
            }
            rows.add(row);
        }
        return rows;
    }

    private void acceptNames(List<String> names) {
        accept(names, new double[names.size()]);
    }

    private double[] accept(List<String> names, double[] values) {
        try {
            return schema.accept(names, values);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private void refuseOutOfRange(double[] row, int index) {
        for (int i = 0; i < row.length; i++) {
            FeatureDefinition feature = schema.features().get(i);
            Optional<FeatureRange> range = FeatureRange.of(feature);
            if (range.isPresent() && range.get().refuses(row[i])) {
                throw new ProblemException(
                        ProblemType.INVALID_REQUEST,
                        "feature " + feature.name() + " of row " + index + " is " + row[i] + ", outside "
                                + range.get().lowest() + " to " + range.get().highest() + " (" + feature.unit() + ")");
            }
        }
    }
}
