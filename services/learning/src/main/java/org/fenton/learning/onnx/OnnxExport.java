package org.fenton.learning.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Model;
import org.tribuo.ONNXExportable;
import org.tribuo.classification.Label;

/**
 * A Tribuo classifier as the bytes of an ONNX model, with what a reader needs to feed it.
 *
 * <p>Input {@code input}: float [rows, features], columns in the order of metadata {@code fenton.features}, which is Tribuo's and not that of the
 * bundle's schema; a missing value is 0, which for these models adds nothing. Output {@code output}: float [rows, classes], the classes in the order
 * of {@code fenton.classes}; the model's own probability before calibration. Tribuo's provenance is in {@code TRIBUO_PROVENANCE}.
 *
 * <p>Tribuo 4.3.2 exports its linear models, factorization machines, LibLinear and LibSVM models and ensembles of these; tree and XGBoost models do not
 * implement its {@code ONNXExportable}.
 */
public final class OnnxExport {
    private static final String DOMAIN = "org.fenton";

    private OnnxExport() {}

    /**
     * What the file says of itself besides Tribuo's provenance.
     *
     * @param bundle id of the bundle the model is from
     * @param definition what its probability is a probability of
     * @param schemaHash hash of the bundle's feature schema
     */
    public record About(String bundle, String head, String definition, String schemaHash) {}

    /** @throws IllegalArgumentException when Tribuo cannot export this kind of model */
    public static byte[] bytes(Model<Label> model, About about) {
        if (!(model instanceof ONNXExportable exportable)) {
            throw new IllegalArgumentException(
                    "head " + about.head() + " is a "
                            + model.getClass().getSimpleName() + ", which Tribuo "
                            + model.getProvenance().getTribuoVersion()
                            + " cannot export to ONNX (it exports linear models and factorization machines, not trees); nothing was written");
        }
        ModelProto.Builder onnx = exportable.exportONNXModel(DOMAIN, 1).toBuilder();
        Map<String, String> told = new LinkedHashMap<>();
        told.put("fenton.bundle", about.bundle());
        told.put("fenton.head", about.head());
        told.put("fenton.definition", about.definition());
        told.put("fenton.schema_hash", about.schemaHash());
        told.put("fenton.features", String.join("\n", features(model)));
        told.put("fenton.classes", String.join("\n", classes(model)));
        told.put("fenton.missing", "0");
        told.put("fenton.probability", "raw; calibration, interval and abstention are in the bundle");
        told.put("fenton.use", "research use only");
        told.forEach((key, value) -> onnx.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return onnx.build().toByteArray();
    }

    private static List<String> features(Model<Label> model) {
        List<String> names = new ArrayList<>();
        for (int id = 0; id < model.getFeatureIDMap().size(); id++) {
            names.add(model.getFeatureIDMap().get(id).getName());
        }
        return names;
    }

    private static List<String> classes(Model<Label> model) {
        List<String> names = new ArrayList<>();
        for (int id = 0; id < model.getOutputIDInfo().size(); id++) {
            names.add(model.getOutputIDInfo().getOutput(id).getLabel());
        }
        return names;
    }
}
