package org.fenton.rescoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.fenton.documents.CaseDocument;
import org.fenton.documents.RankingWriter;
import org.fenton.rescoring.SmallCohort.Run;
import org.fenton.rescoring.trial.BadInputs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real job in this JVM on the committed bundle and the example. */
class RescoreCommandTest {
    @TempDir
    static Path folder;

    private static SmallCohort small;
    private static Path six;

    @BeforeAll
    static void writeInputs() throws IOException {
        small = new SmallCohort(folder);
        six = small.cohort("six.ndjson", SmallCohort.lines(0, 6));
    }

    @Test
    void ranksEveryCaseAndSetsThePoisonedOneAside() throws IOException {
        List<String> lines = SmallCohort.lines(0, 2);
        lines.add(1, lines.get(0).replace("LUAD", "LAUD"));
        lines.add(2, "");
        Run run = small.run(small.cohort("poisoned.ndjson", lines), "poisoned");
        assertEquals(RescoreCommand.SOME_FAILED, run.code(), run.err());
        assertTrue(run.lastLine().startsWith("done 2, skipped 0, failed 1 of 3 rows"), run.lastLine());
        assertEquals(2, small.rankings("poisoned").size());
        JsonNode failed = small.setAside("poisoned").get(0);
        assertEquals(2, failed.path("line").asInt());
        assertTrue(failed.path("file").asText().endsWith("poisoned.ndjson"), failed.toString());
        assertTrue(failed.path("reason").asText().contains("did you mean LUAD"), failed.toString());
        assertEquals(lines.get(1), failed.path("row").asText(), "the row can be mended and sent again");
    }

    @Test
    void aRankingIsWhatTheCoreSaysToTheLastByte() throws Exception {
        small.run(six, "bytes");
        CaseScorer scorer =
                CaseScorer.load(new CaseScorer.Sources(small.release.toString(), SmallCohort.BUNDLE.toString(), ""));
        List<String> expected = new ArrayList<>();
        for (String line : Files.readAllLines(six)) {
            CaseDocument document = scorer.read(line.getBytes(StandardCharsets.UTF_8));
            expected.add(new String(scorer.rank(document, 20).answer(), StandardCharsets.UTF_8));
        }
        List<String> written = new ArrayList<>(small.rankings("bytes"));
        Collections.sort(expected);
        Collections.sort(written);
        assertEquals(expected, written);
    }

    @Test
    void aPhenopacketIsRankedAsTheCaseItSaysAndARefusedOneIsSetAsideAtItsPlace() throws Exception {
        String packet = SmallCohort.packet("packet 1", "OncoTree:LUAD");
        Path mixed = small.cohort("mixed.jsonl", List.of(SmallCohort.line(0), packet, SmallCohort.packet("2", "x:y")));
        Run run = small.run(mixed, "packets");
        assertEquals(RescoreCommand.SOME_FAILED, run.code(), run.err());
        List<String> rankings = small.rankings("packets");
        assertEquals(2, rankings.size());
        assertEquals(
                1,
                rankings.stream()
                        .filter(each -> each.contains("\"label\":\"packet 1\""))
                        .count());
        String reason = small.setAside("packets").get(0).path("reason").asText();
        assertTrue(reason.startsWith("/diseases: "), reason);
        Path file = Files.writeString(
                folder.resolve("packet.json"),
                new ObjectMapper().readTree(packet).toPrettyString());
        assertEquals(0, small.run(file, "packet").code());
        assertTrue(rankings.contains(small.rankings("packet").get(0)), "one a line or one a file is the same");
    }

    @Test
    void partitionsAndOrderDoNotChangeTheOutput() throws IOException {
        long size = Files.size(six);
        Run one = small.run(six, "one", "--master=local[1]", "--part-size=" + (size + 1));
        Run two = small.run(six, "two", "--part-size=" + (size / 2 + 1));
        Run seven = small.run(six, "seven", "--part-size=" + (size / 7 + 1));
        List<String> turned = SmallCohort.lines(0, 6);
        Collections.reverse(turned);
        Run reversed = small.run(small.cohort("reversed.ndjson", turned), "reversed");
        for (Run other : List.of(two, seven, reversed)) {
            assertEquals(0, other.code(), other.err());
            assertEquals(one.outputHash(), other.outputHash());
        }
        for (String out : List.of("two", "seven", "reversed")) {
            assertEquals(small.rankings("one"), small.rankings(out));
            assertEquals(small.table("one"), small.table(out));
            for (String part : List.of("rankings.ndjson.zst", "candidates.csv.gz", "candidates.parquet")) {
                String file = "current/part-00000." + part;
                assertEquals(-1, Files.mismatch(folder.resolve("one/" + file), folder.resolve(out + "/" + file)), file);
            }
        }
    }

    @Test
    void aRepeatedRunDoesOnlyWhatChangedAndDropsWhatVanished() throws IOException {
        Path counted = folder.resolve("counted");
        String count = "--count-file=" + counted;
        Run first = small.run(six, "again", count);
        assertEquals(6, Files.size(counted));
        Run repeated = small.run(six, "again", count);
        assertTrue(repeated.lastLine().startsWith("done 0, skipped 6, failed 0 of 6 rows"), repeated.lastLine());
        assertEquals(first.outputHash(), repeated.outputHash());
        assertEquals(6, Files.size(counted), "nothing was ranked twice");

        List<String> changed = SmallCohort.lines(1, 6);
        changed.set(0, SmallCohort.line(77));
        Run third = small.run(small.cohort("changed.ndjson", changed), "again", count);
        assertTrue(third.lastLine().startsWith("done 1, skipped 4, failed 0 of 5 rows"), third.lastLine());
        assertEquals(7, Files.size(counted));
        assertEquals(5, small.rankings("again").size());
        assertEquals(
                small.run(folder.resolve("changed.ndjson"), "clean").outputHash(),
                third.outputHash(),
                "a resumed result is the clean one");
        assertNotEquals(first.outputHash(), third.outputHash());
    }

    @Test
    void countersOfTheRunAreLeftForPrometheus() throws IOException {
        List<String> lines = SmallCohort.lines(0, 3);
        lines.add("{}");
        Path cohort = small.cohort("counted.ndjson", lines);
        small.run(cohort, "prometheus");
        String first = Files.readString(folder.resolve("prometheus/metrics.prom"));
        assertTrue(first.contains("fenton_rescore_rows_total{state=\"done\"} 3\n"), first);
        assertTrue(first.contains("fenton_rescore_rows_total{state=\"failed\"} 1\n"), first);
        assertTrue(first.contains("fenton_rescore_exit_code 3\n"), first);
        assertTrue(first.contains("fenton_rescore_last_commit_timestamp_seconds 1"), first);
        small.run(cohort, "prometheus", "--max-failed=0");
        String hopeless = Files.readString(folder.resolve("prometheus/metrics.prom"));
        assertTrue(hopeless.contains("fenton_rescore_exit_code 4\n"), hopeless);
        assertEquals(commit(first), commit(hopeless), "a run that commits nothing leaves the time of the one before");
    }

    private static List<String> commit(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith("fenton_rescore_last_commit"))
                .toList();
    }

    @Test
    void anotherPolicyIsOtherWorkAndTheImpactSaysWhatItMoved() throws IOException {
        String shipped = new String(
                RankingWriter.class.getResourceAsStream("fenton-policy-1.json").readAllBytes(), StandardCharsets.UTF_8);
        Path policy = Files.writeString(
                folder.resolve("policy.json"), shipped.replaceFirst("(\"exposure\"\\s*:\\s*)[0-9.]+", "$10.125"));
        Run first = small.run(six, "policies", "--baseline=" + folder.resolve("policies"));
        assertEquals(0, first.code(), "the first of a series has no baseline: " + first.err());
        Run run = small.run(six, "policies", "--policy=" + policy, "--baseline=" + folder.resolve("policies"));
        assertEquals(0, run.code(), run.err());
        assertTrue(run.lastLine().startsWith("done 6, skipped 0"), run.lastLine());
        List<String> impact = Files.readAllLines(folder.resolve("policies/impact/impact.csv"));
        assertEquals(7, impact.size(), "a line a case");
        assertTrue(
                Files.readString(folder.resolve("policies/impact/impact.html")).contains("<svg"));
    }

    /** Two releases that differ in one safety rule, made up for this test, in both directions. */
    @Test
    void aNewSafetyStopComesFirstAndByItsRuleAndALostOneToo() throws IOException {
        Path ruled = Files.writeString(folder.resolve("ruled.ndjson"), Files.readString(small.release) + """
                        {"action":"STOP","actionText":"do not give","appliesTo":{"drugs":["sulfasalazine"]},"category":"organ",\
                        "condition":"always","confidence":"B","id":"MADE-UP","rationale":"made up","severity":"CRITICAL",\
                        "source":[],"threshold":"none","trigger":"none","type":"rule"}
                        """);
        Path before = folder.resolve("unruled");
        assertEquals(0, small.run(six, "unruled").code());
        Run stopped = small.run(six, "ruled", "--release=" + ruled, "--baseline=" + before);
        assertTrue(stopped.out().contains("6 with new and 0 with lost safety stops"), stopped.out() + stopped.err());
        JsonNode impact = new ObjectMapper().readTree(Files.readAllBytes(folder.resolve("ruled/impact/impact.json")));
        assertEquals("{\"MADE-UP\":6}", impact.path("newStopsByRule").toString());
        String page = Files.readString(folder.resolve("ruled/impact/impact.html"));
        assertTrue(page.contains("new: MADE-UP on sulfasalazine, ruxolitinib+sulfasalazine; lost: none"), page);
        Run lifted = small.run(six, "lifted", "--baseline=" + folder.resolve("ruled"));
        assertTrue(lifted.out().contains("0 with new and 6 with lost safety stops"), lifted.out() + lifted.err());
    }

    @Test
    void aCutOffGzipIsRefusedAndNothingIsCommitted() throws IOException {
        byte[] whole = SmallCohort.gzipped(Files.readAllBytes(six));
        Path cut = folder.resolve("cut.ndjson.gz");
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        Run run = small.run(cut, "cut");
        assertEquals(RescoreCommand.INPUT, run.code(), run.err());
        assertTrue(run.lastLine().contains("cut.ndjson.gz") && run.lastLine().contains("cut off"), run.lastLine());
        assertFalse(Files.exists(folder.resolve("cut/current")));
        Files.write(cut, whole);
        assertEquals(0, small.run(cut, "cut").code());
        assertEquals(6, small.rankings("cut").size());
    }

    @Test
    void aLineThatIsTooLongIsSetAside() throws IOException {
        List<String> lines = SmallCohort.lines(0, 2);
        lines.add(1, "x".repeat(300_000));
        Run run = small.run(small.cohort("long.ndjson", lines), "long", "--max-line=100k");
        assertEquals(RescoreCommand.SOME_FAILED, run.code(), run.err());
        JsonNode failed = small.setAside("long").get(0);
        assertEquals(2, failed.path("line").asInt());
        assertTrue(failed.path("reason").asText().contains("300000 bytes"), failed.toString());
        assertEquals(2, small.rankings("long").size());
    }

    @Test
    void aHopelessRunStopsAndKeepsTheResultBefore() throws IOException {
        Run good = small.run(six, "hopeless");
        List<String> bad = SmallCohort.lines(0, 6).stream()
                .map(line -> line.replace("LUAD", "LAUD"))
                .toList();
        Run run = small.run(small.cohort("bad.ndjson", bad), "hopeless", "--max-failed=2");
        assertEquals(RescoreCommand.TOO_MANY_FAILED, run.code(), run.err());
        assertEquals(1, run.err().strip().lines().count(), run.err());
        assertEquals(0, good.code());
        assertEquals(6, small.rankings("hopeless").size(), "what was committed stands");
    }

    @Test
    void whateverIsWrongWithFilesAndRowsIsSaidAndCostsNothingElse() throws IOException {
        StringWriter table = new StringWriter();
        BadInputs bad = new BadInputs(
                Files.createDirectory(folder.resolve("bad")),
                six,
                SmallCohort.argumentsOf(small),
                new PrintWriter(table));
        assertTrue(bad.run(), table.toString());
    }

    /** The label is the caller's, and a sheet may open the table. */
    @Test
    void noCellOfATableIsAFormulaAndTheParquetHasTheWordsThemselves() throws IOException {
        String line = SmallCohort.line(1).replace("\"case 1\"", "\"=HYPERLINK(1)\"");
        assertEquals(
                0,
                small.run(small.cohort("formula.ndjson", List.of(line)), "formula")
                        .code());
        List<String> table = small.table("formula");
        assertTrue(table.stream().skip(1).allMatch(row -> row.contains(",'=HYPERLINK(1),")), table.get(1));
        assertTrue(
                table.stream().skip(1).noneMatch(row -> row.matches(".*(^|,)[=+@].*")), "a formula stands in " + table);
        var file = new org.apache.hadoop.fs.Path(
                folder.resolve("formula/current/part-00000.candidates.parquet").toUri());
        try (ParquetReader<Group> rows =
                ParquetReader.builder(new GroupReadSupport(), file).build()) {
            assertEquals("=HYPERLINK(1)", rows.read().getString("label", 0));
        }
    }

    @Test
    void anOutputThatCannotBeWrittenIsSaidInOneLine() {
        Run run = small.run(six, "/proc/fenton-rescore");
        assertEquals(RescoreCommand.MACHINE, run.code());
        assertTrue(run.lastLine().contains("cannot write to the output folder /proc/fenton-rescore"), run.err());
        assertEquals(1, run.err().strip().lines().count(), run.err());
    }

    @Test
    void aCatalogThatIsAwayIsSaidInOneLine() {
        Run run = small.run(six, "away", "--release=http://127.0.0.1:1/v1/releases/current/lines");
        assertEquals(RescoreCommand.MACHINE, run.code());
        assertTrue(run.lastLine().contains("does not answer"), run.err());
        assertEquals(1, run.err().strip().lines().count(), run.err());
    }

    @Test
    void aMissingBundleIsSaidInOneLine() {
        Run run = small.run(six, "none", "--bundle=" + folder.resolve("nowhere"));
        assertEquals(RescoreCommand.INPUT, run.code());
        assertEquals(1, run.err().strip().lines().count(), run.err());
        assertFalse(Files.exists(folder.resolve("none/current")));
    }
}
