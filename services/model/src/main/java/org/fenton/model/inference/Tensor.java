package org.fenton.model.inference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/**
 * One input tensor of the Open Inference Protocol in JSON form.
 *
 * @param values in row-major order, as many as the shape says
 */
record Tensor(String name, String datatype, List<Integer> shape, List<JsonNode> values) {
    static final String FP64 = "FP64";
    static final String FP32 = "FP32";
    static final String BYTES = "BYTES";

    private static final Set<String> FIELDS = Set.of("name", "datatype", "shape", "data", "parameters");
    private static final int MOST_DIMENSIONS = 4;

    /** @throws ProblemException 400 that names the tensor and what is wrong with it */
    static Tensor read(JsonNode node, int index) {
        String place = "inputs[" + index + "]";
        require(node.isObject(), place + " is not an object");
        node.fieldNames()
                .forEachRemaining(field -> require(FIELDS.contains(field), place + " has an unknown field " + field));
        require(node.path("name").isTextual(), place + " has no name");
        String name = node.get("name").asText();
        String called = place + " (" + name + ")";
        require(
                !node.path("parameters").has("binary_data_size"),
                called + ": binary tensor data is not supported; send data");
        String datatype = node.path("datatype").asText("");
        require(
                Set.of(FP64, FP32, BYTES).contains(datatype),
                called + " has datatype '" + datatype + "'; FP64, FP32 and BYTES are supported");
        List<Integer> shape = shape(node.path("shape"), called);
        require(node.path("data").isArray(), called + " has no array data");
        List<JsonNode> values = values(node.get("data"), shape, called);
        for (int i = 0; i < values.size(); i++) {
            boolean fits = datatype.equals(BYTES)
                    ? values.get(i).isTextual()
                    : values.get(i).isNumber() || values.get(i).isNull();
            require(
                    fits,
                    called + ": element " + i + " is not " + (datatype.equals(BYTES) ? "a text" : "a number or null"));
        }
        return new Tensor(name, datatype, shape, values);
    }

    private static List<Integer> shape(JsonNode node, String called) {
        require(node.isArray() && !node.isEmpty(), called + " has no shape");
        require(node.size() <= MOST_DIMENSIONS, called + " has " + node.size() + " dimensions");
        List<Integer> shape = new ArrayList<>();
        for (JsonNode size : node) {
            require(
                    size.isIntegralNumber() && size.canConvertToInt() && size.asInt() >= 0,
                    called + ": a size of its shape is not a whole number from 0");
            shape.add(size.asInt());
        }
        return shape;
    }

    private static List<JsonNode> values(JsonNode data, List<Integer> shape, String called) {
        long count = 1;
        for (int size : shape) {
            // Stays small enough: a body of 16 MB holds fewer elements than the largest int.
            count = Math.min(count * size, Integer.MAX_VALUE);
        }
        List<JsonNode> values = new ArrayList<>();
        boolean nested = shape.size() > 1 && !data.isEmpty() && data.get(0).isArray();
        if (nested) {
            flatten(data, shape, 0, values, called);
        } else {
            data.forEach(values::add);
        }
        require(
                values.size() == count,
                called + " has " + values.size() + " elements; its shape " + shape + " says " + count);
        return values;
    }

    private static void flatten(JsonNode data, List<Integer> shape, int dimension, List<JsonNode> into, String called) {
        require(
                data.isArray() && data.size() == shape.get(dimension),
                called + ": nested data does not have the shape " + shape + " in dimension " + dimension);
        for (JsonNode element : data) {
            if (dimension + 1 < shape.size()) {
                flatten(element, shape, dimension + 1, into, called);
            } else {
                into.add(element);
            }
        }
    }

    /** The number at a place: NaN where missing, and as a 32-bit float carries it for FP32. */
    double number(int index) {
        JsonNode value = values.get(index);
        if (value.isNull()) {
            return Double.NaN;
        }
        double number = datatype.equals(FP32) ? (float) value.doubleValue() : value.doubleValue();
        require(Double.isFinite(number), name + ": element " + index + " is beyond the range of " + datatype);
        return number;
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, otherwise);
        }
    }
}
