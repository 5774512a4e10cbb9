package org.fenton.learning.pairs;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.fenton.learning.names.DrugNames;

/**
 * Answers a file of pairs in order, a block of rows at a time: memory does not grow with the file. Within a block the rows of one line are answered together, and lines
 * side by side; the bytes written do not depend on the number of cores.
 */
public final class PairsRun {
    private static final int BLOCK = 100_000;
    private static final int REMEMBERED = 20_000;

    private final PairAnswering answering;
    private final DrugNames names;
    private final AskedLines lines;
    private final Map<String, AskedDrug> drugs = new LinkedHashMap<>();
    private final Map<Why, Long> abstained = new EnumMap<>(Why.class);
    private long rows;

    public PairsRun(PairHeads heads, DrugNames names, AskedLines lines) {
        this.answering = new PairAnswering(heads);
        this.names = names;
        this.lines = lines;
    }

    private record Asked(AskedDrug a, AskedDrug b, AskedLine line) {}

    /** @param progress told the rows done after each block */
    public void run(PairsReader in, BufferedWriter out, LongConsumer progress) throws IOException {
        out.write(PairAnswer.header());
        List<PairRow> block = new ArrayList<>();
        for (Optional<PairRow> row = in.next(); row.isPresent(); row = in.next()) {
            block.add(row.get());
            if (block.size() == BLOCK) {
                answer(block, out);
                progress.accept(rows);
            }
        }
        answer(block, out);
        progress.accept(rows);
    }

    /** The answers to rows, in order. */
    public List<PairAnswer> answers(List<PairRow> asked) {
        List<Asked> block = new ArrayList<>(asked.size());
        for (PairRow row : asked) {
            block.add(new Asked(drug(row.drugA()), drug(row.drugB()), lines.find(row.cellLine())));
        }
        PairAnswer[] answers = new PairAnswer[block.size()];
        byLine(block).parallelStream()
                .forEach(rowsOfLine -> rowsOfLine.forEach(i -> {
                    Asked one = block.get(i);
                    answers[i] = answering.answer(one.a(), one.b(), one.line());
                }));
        return List.of(answers);
    }

    private AskedDrug drug(String written) {
        AskedDrug known = drugs.get(written);
        if (known == null) {
            if (drugs.size() >= REMEMBERED) {
                drugs.clear();
            }
            known = AskedDrug.of(written, names);
            drugs.put(written, known);
        }
        return known;
    }

    private void answer(List<PairRow> block, BufferedWriter out) throws IOException {
        List<PairAnswer> answers = answers(block);
        for (int i = 0; i < answers.size(); i++) {
            out.write(answers.get(i).line(block.get(i)));
            answers.get(i).why().ifPresent(why -> abstained.merge(why, 1L, Long::sum));
            rows++;
        }
        block.clear();
    }

    private static Collection<List<Integer>> byLine(List<Asked> block) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        IntStream.range(0, block.size()).forEach(i -> rows.computeIfAbsent(
                        block.get(i).line().place().map(p -> p.key()).orElse(""), key -> new ArrayList<>())
                .add(i));
        return List.copyOf(rows.values());
    }

    /** Rows, and the abstained ones by reason, in sentences. */
    public List<String> summary() {
        long held = abstained.values().stream().mapToLong(Long::longValue).sum();
        List<String> lines = new ArrayList<>();
        lines.add(rows + " rows, " + held + " abstained");
        abstained.forEach((why, count) -> lines.add("  " + count + " " + why.words()));
        return lines;
    }
}
