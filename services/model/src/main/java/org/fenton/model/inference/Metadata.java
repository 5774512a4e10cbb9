package org.fenton.model.inference;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.fenton.learning.features.FeatureDefinition;
import org.fenton.learning.features.FeatureSchema;
import org.fenton.learning.scoring.FeatureRange;
import org.fenton.learning.scoring.ScoringHead;

/** What the protocol's metadata says of a model; {@code description}, {@code schema_hash} and {@code features} are ours. */
public record Metadata(
        String name,
        List<String> versions,
        String platform,
        List<TensorMetadata> inputs,
        List<TensorMetadata> outputs,
        String description,
        @JsonProperty("schema_hash") String schemaHash,
        List<Feature> features) {
    /** A tensor; −1 is any size. */
    public record TensorMetadata(String name, String datatype, List<Integer> shape) {}

    /**
     * One feature, in the order of the vector.
     *
     * @param lowest absent where there is no end
     * @param highest absent where there is no end
     * @param missing what becomes of null: stays-missing or required
     */
    public record Feature(String name, String kind, String unit, Double lowest, Double highest, String missing) {
        static Feature of(FeatureDefinition feature) {
            Optional<FeatureRange> range = FeatureRange.of(feature);
            return new Feature(
                    feature.name(),
                    word(feature.kind()),
                    feature.unit(),
                    range.map(FeatureRange::lowest).filter(Double::isFinite).orElse(null),
                    range.map(FeatureRange::highest).filter(Double::isFinite).orElse(null),
                    word(feature.missing()));
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    static Metadata of(ScoringHead head, List<String> versions) {
        FeatureSchema schema = head.schema();
        return new Metadata(
                head.id(),
                versions,
                "fenton_tribuo",
                List.of(
                        new TensorMetadata(FeatureRows.FEATURES, Tensor.FP64, List.of(-1, schema.size())),
                        new TensorMetadata(FeatureRows.FEATURE_NAMES, Tensor.BYTES, List.of(schema.size()))),
                InferAnswer.OUTPUTS.stream()
                        .map(name -> new TensorMetadata(name, Tensor.FP64, List.of(-1)))
                        .toList(),
                head.definition() + " Research use only.",
                schema.hash(),
                schema.features().stream().map(Feature::of).toList());
    }
}
