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

    private record Asked(PairRow row, AskedDrug a, AskedDrug b, AskedLine line) {}

    /** @param progress told the rows done after each block */
    public void run(PairsReader in, BufferedWriter out, LongConsumer progress) throws IOException {
        out.write(PairAnswer.header());
        List<Asked> block = new ArrayList<>(BLOCK);
        for (Optional<PairRow> row = in.next(); row.isPresent(); row = in.next()) {
            block.add(new Asked(
                    row.get(),
                    drug(row.get().drugA()),
                    drug(row.get().drugB()),
                    lines.find(row.get().cellLine())));
            if (block.size() == BLOCK) {
                answer(block, out);
                progress.accept(rows);
            }
        }
        answer(block, out);
        progress.accept(rows);
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

    private void answer(List<Asked> block, BufferedWriter out) throws IOException {
        PairAnswer[] answers = new PairAnswer[block.size()];
        byLine(block).parallelStream()
                .forEach(rowsOfLine -> rowsOfLine.forEach(i -> {
                    Asked asked = block.get(i);
                    answers[i] = answering.answer(asked.a(), asked.b(), asked.line());
                }));
        for (int i = 0; i < answers.length; i++) {
            out.write(answers[i].line(block.get(i).row()));
            answers[i].why().ifPresent(why -> abstained.merge(why, 1L, Long::sum));
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
