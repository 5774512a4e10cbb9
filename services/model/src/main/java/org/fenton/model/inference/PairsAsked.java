package org.fenton.model.inference;

import static org.fenton.model.inference.Tensor.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.fenton.learning.pairs.PairAnswer;
import org.fenton.learning.pairs.PairRow;
import org.fenton.model.bundle.LoadedHeads;

/**
 * A bundle of heads, asked as {@code fenton predict} is: pairs of drugs in cell lines by their names. One model and not one a head, since whether a row is abstained
 * on, and why, is said of the row.
 */
record PairsAsked(LoadedHeads heads) implements Asked {
    static final String NAME = "pairs-in-lines";
    private static final List<String> INPUTS = List.of("drug_a", "drug_b", "cell_line");
    private static final int LONGEST = 4000;

    /** What a decoder writes for bytes that it cannot read. */
    private static final char NOT_UTF_8 = '\uFFFD';

    private record Column(String name, String datatype, Function<PairAnswer, Object> value) {}

    private static final List<Column> OUTPUTS = List.of(
            number("p_benefit", PairAnswer::benefit),
            number("p_synergy", PairAnswer::synergy),
            number("expected_score", PairAnswer::expectedScore),
            number("lower", PairAnswer::lower),
            number("upper", PairAnswer::upper),
            number("distance", PairAnswer::distance),
            new Column("abstained", "BOOL", answer -> answer.why().isPresent()),
            new Column("reason", Tensor.BYTES, PairAnswer::reason));

    /** Null where there is no number: JSON has no NaN, and the protocol's clients read null as one. */
    private static Column number(String name, ToDoubleFunction<PairAnswer> value) {
        return new Column(name, Tensor.FP64, answer -> {
            var told = PairAnswer.told(value.applyAsDouble(answer));
            return told.isPresent() ? (Object) told.getAsDouble() : null;
        });
    }

    @Override
    public String version() {
        return heads.id();
    }

    @Override
    public Metadata metadata(List<String> versions) {
        return new Metadata(
                NAME,
                versions,
                "fenton_heads",
                INPUTS.stream()
                        .map(name -> new Metadata.TensorMetadata(name, Tensor.BYTES, List.of(-1)))
                        .toList(),
                OUTPUTS.stream()
                        .map(out -> new Metadata.TensorMetadata(out.name(), out.datatype(), List.of(-1)))
                        .toList(),
                "Benefit and synergy of two drugs in a cell line, in culture. Drugs by name, synonym, identifier or SMILES, lines by name or DepMap id."
                        + " Numbers have six decimals, those of fenton predict; null is no number, and abstained and reason say why."
                        + " lower, upper, expected_score and distance belong to p_synergy. Research use only.",
                null,
                null);
    }

    @Override
    public List<InferAnswer.Output> infer(List<Tensor> inputs, JsonNode parameters) {
        List<String> named = inputs.stream().map(Tensor::name).toList();
        require(named.equals(INPUTS), "inputs are named " + named + ", not " + INPUTS + ", in this order");
        List<List<String>> columns = inputs.stream().map(PairsAsked::column).toList();
        int rows = columns.get(0).size();
        require(rows <= FeatureRows.MOST_ROWS, rows + " rows; one call takes at most " + FeatureRows.MOST_ROWS);
        for (int i = 1; i < columns.size(); i++) {
            require(
                    columns.get(i).size() == rows,
                    INPUTS.get(i) + " has " + columns.get(i).size() + " rows, drug_a has " + rows);
        }
        List<PairAnswer> answers = heads.answer(IntStream.range(0, rows)
                .mapToObj(i -> new PairRow(
                        columns.get(0).get(i),
                        columns.get(1).get(i),
                        columns.get(2).get(i)))
                .toList());
        return OUTPUTS.stream()
                .map(out -> new InferAnswer.Output(
                        out.name(),
                        out.datatype(),
                        List.of(rows),
                        answers.stream().map(out.value()).toList()))
                .toList();
    }

    private static List<String> column(Tensor tensor) {
        String name = tensor.name();
        require(tensor.datatype().equals(Tensor.BYTES), name + " is BYTES, not " + tensor.datatype());
        boolean flat = tensor.shape().size() == 1
                || tensor.shape().size() == 2 && tensor.shape().get(1) == 1;
        require(flat, name + " has shape " + tensor.shape() + ", not [rows] or [rows, 1]");
        List<String> words = new ArrayList<>();
        for (JsonNode value : tensor.values()) {
            String word = value.asText().strip();
            String element = name + ": element " + words.size();
            require(!word.isEmpty(), element + " is empty");
            require(word.length() <= LONGEST, element + " has more than " + LONGEST + " characters");
            require(word.indexOf(NOT_UTF_8) < 0, element + " holds bytes that are not UTF-8");
            words.add(word);
        }
        return words;
    }
}
