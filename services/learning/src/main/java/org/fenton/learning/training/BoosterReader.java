package org.fenton.learning.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.fenton.learning.features.FeatureSchema;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;

/**
 * Lays the trees of an XGBoost model out flat.
 *
 * <p>Tribuo's classifier is {@code multi:softprob}: tree i belongs to class i modulo the number of classes. XGBoost's JSON
 * dump writes floats with nine digits, which read back exactly.
 */
final class BoosterReader {
    private final XGBoostModel<Label> model;
    private final FeatureSchema schema;
    private final List<TreeEnsemble.Node> nodes = new ArrayList<>();

    private BoosterReader(XGBoostModel<Label> model, FeatureSchema schema) {
        this.model = model;
        this.schema = schema;
    }

    /** @param parallel trees of one class and round that stand one after the other: 1 when boosting */
    static TreeEnsemble flatten(XGBoostModel<Label> model, FeatureSchema schema, int parallel) {
        BoosterReader reader = new BoosterReader(model, schema);
        int synergy = model.getOutputIDInfo().getID(new Label(Trainer.SYNERGY));
        ObjectMapper json = new ObjectMapper();
        List<TreeEnsemble.Tree> trees = new ArrayList<>();
        try {
            String[] dumps = dump(model.getInnerModels().get(0));
            for (int i = 0; i < dumps.length; i++) {
                int direction = i / parallel % 2 == synergy ? 1 : -1;
                trees.add(new TreeEnsemble.Tree(reader.add(json.readTree(dumps[i])), direction));
            }
        } catch (XGBoostError | JsonProcessingException e) {
            throw new IllegalStateException("XGBoost's dump of its trees cannot be read", e);
        }
        return new TreeEnsemble(trees, reader.nodes);
    }

    /** Tribuo gives a copy that nobody else holds, and its finalizer frees the trees, be they read from at that time or not. */
    private static String[] dump(Booster copy) throws XGBoostError {
        try {
            return copy.getModelDump("", false, "json");
        } finally {
            copy.dispose();
        }
    }

    /** Adds a node and all below it, and returns its index. */
    private int add(JsonNode json) {
        if (json.has("leaf")) {
            nodes.add(TreeEnsemble.Node.leaf(Float.parseFloat(json.get("leaf").asText())));
            return nodes.size() - 1;
        }
        int here = nodes.size();
        nodes.add(TreeEnsemble.Node.leaf(0));
        int yes = json.get("yes").asInt();
        int first = add(json.get("children").get(0));
        int second = add(json.get("children").get(1));
        boolean firstIsYes = json.get("children").get(0).get("nodeid").asInt() == yes;
        int left = firstIsYes ? first : second;
        int right = firstIsYes ? second : first;
        int missing = json.get("missing").asInt() == yes ? left : right;
        nodes.set(
                here,
                new TreeEnsemble.Node(
                        featureOf(json.get("split").asText()),
                        Float.parseFloat(json.get("split_condition").asText()),
                        left,
                        right,
                        missing));
        return here;
    }

    /** XGBoost calls a feature f and Tribuo's id. */
    private int featureOf(String split) {
        int id = Integer.parseInt(split.substring(1));
        return schema.indexOf(model.getFeatureIDMap().get(id).getName());
    }
}
