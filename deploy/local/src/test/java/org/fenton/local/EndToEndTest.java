package org.fenton.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.fenton.local.command.Passthrough;
import org.fenton.local.command.RankClient;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.parity.Parity;
import org.fenton.local.stack.Lifetime;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.Member;
import org.fenton.local.stack.Progress;
import org.fenton.local.stack.StackPorts;
import org.fenton.local.stack.StackSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jars and a real PostgreSQL on free ports, through the very class that {@code fenton up} uses. */
class EndToEndTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLE = Clone.ROOT.resolve("deploy/local/examples/h1975-wz4002-resistant.json");
    private static final Set<String> NEVER_FOR_PATIENTS =
            Set.of("erastin", "rsl3", "ml162", "ml210", "imidazole-ketone-erastin");
    private static final OptionalInt ALL = OptionalInt.of(100_000);

    @TempDir
    static Path data;

    private static LocalStack stack;

    @BeforeAll
    static void up() {
        stack = start();
    }

    private static LocalStack start() {
        FentonHome home = new FentonHome(Clone.ROOT, data);
        Instant begin = Instant.now();
        LocalStack started = LocalStack.start(
                new StackSettings(home, StackPorts.free(), Clone.ROOT.resolve("bundles/zip-1"), Lifetime.WITH_LAUNCHER),
                Progress.on(System.out));
        System.out.printf(
                "stack ready after %.1f s%n",
                Duration.between(begin, Instant.now()).toMillis() / 1000.0);
        return started;
    }

    @AfterAll
    static void down() {
        printResidentMemory();
        stack.close();
        assertTrue(
                stack.state().members().stream()
                        .allMatch(member -> member.process().isEmpty()),
                "left running");
    }

    private static void printResidentMemory() {
        long bytes = stack.state().members().stream()
                .mapToLong(member -> member.residentBytesWithChildren().orElse(0))
                .sum();
        System.out.printf("resident memory of the stack after ranking: %d MB%n", bytes / (1024 * 1024));
    }

    private static byte[] rank(byte[] caseJson, String mediaType, OptionalInt top) {
        return new RankClient(stack.gateway()).rank(caseJson, mediaType, top);
    }

    private static byte[] example() throws IOException {
        return Files.readAllBytes(EXAMPLE);
    }

    private static JsonNode rankedExample() throws IOException {
        return JSON.readTree(rank(example(), "application/json", ALL));
    }

    private static JsonNode get(URI address) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode(), address.toString());
        return JSON.readTree(answer.body());
    }

    @Test
    void catalogHoldsEveryCuratedRow() throws Exception {
        JsonNode counts = get(stack.catalog().resolve("/v1/counts"));
        // source: rows of the curated tables that the seed was rewritten from, one listing or row each
        assertEquals(73, counts.path("jakStatAgents").asInt());
        assertEquals(113, counts.path("ferroptosisInducers").asInt());
        assertEquals(37, counts.path("ferroptosisInhibitors").asInt());
        assertEquals(201, counts.path("edges").asInt());
        assertEquals(42, counts.path("contexts").asInt());
        assertEquals(65, counts.path("combinations").asInt());
        assertEquals(58, counts.path("resistanceMechanisms").asInt());
        assertEquals(88, counts.path("safetyRules").asInt());
    }

    @Test
    void sameCaseGivesTheSameBytesAlsoAfterARestart() throws IOException {
        byte[] first = rank(example(), "application/json", OptionalInt.empty());
        assertArrayEquals(first, rank(example(), "application/json", OptionalInt.empty()), "asked twice");
        stack.close();
        stack = start();
        assertArrayEquals(first, rank(example(), "application/json", OptionalInt.empty()), "asked after a restart");
    }

    /** Twenty cases, two of them whole profiles where ../shared is at hand; {@code fenton rescore-parity} compares 500. */
    @Test
    void batchGivesTheVeryBytesOfTheGateway() throws Exception {
        FentonHome home = new FentonHome(Clone.ROOT, data);
        StringWriter said = new StringWriter();
        int different = new Parity(stack, data, new PrintWriter(said))
                .run(
                        20,
                        EXAMPLE,
                        Clone.ROOT.resolve("../shared/data/expression/TCGA-STAD-10_log2cpm.tsv"),
                        arguments -> Passthrough.rescore(home, arguments));
        assertEquals(0, different, said.toString());
    }

    /** The README shows an excerpt; every line of it is a line that the command prints today. */
    @Test
    void theReadmeShowsWhatIsPrinted() throws IOException {
        String readme = Files.readString(Clone.ROOT.resolve("README.md"));
        String marker = "<!-- printed by deploy/local/fenton rank -->\n```\n";
        int start = readme.indexOf(marker) + marker.length();
        assertTrue(start > marker.length(), "README.md has no block marked " + marker.strip());
        List<String> shown = readme.substring(start, readme.indexOf("\n```", start))
                .lines()
                .filter(line -> !line.isBlank() && !line.equals("…"))
                .toList();
        List<String> printed = new String(rank(example(), "text/plain", OptionalInt.of(10)), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertTrue(shown.size() > 10, "an excerpt worth reading");
        shown.forEach(line -> assertTrue(printed.contains(line), "no longer printed: " + line));
    }

    @Test
    void answerNamesWhatItWasMadeFrom() throws IOException {
        JsonNode ranking = rankedExample();
        for (String made : List.of("release", "bundle", "policy", "case", "researchUseOnly")) {
            assertFalse(ranking.path(made).asText().isEmpty(), "no " + made);
        }
        assertFalse(ranking.path("candidates").isEmpty(), "nothing ranked");
        assertFalse(ranking.path("excluded").isEmpty(), "nothing excluded");
        ranking.path("excluded")
                .forEach(each -> assertFalse(each.path("reason").asText().isEmpty(), each.toString()));
    }

    @Test
    void scoreIsTheSumOfItsTermsToTheLastBit() throws IOException {
        for (JsonNode candidate : listed(rankedExample())) {
            double sum = 0;
            for (JsonNode term : candidate.path("terms")) {
                assertEquals(
                        term.path("value").asDouble() * term.path("weight").asDouble(),
                        term.path("contribution").asDouble());
                sum += term.path("contribution").asDouble();
            }
            assertEquals(
                    candidate.path("score").asDouble(),
                    sum,
                    0.0,
                    candidate.path("combination").asText());
        }
    }

    private static List<JsonNode> listed(JsonNode ranking) {
        List<JsonNode> all = new ArrayList<>();
        for (String list : List.of("candidates", "conflicted", "expectedHarm", "noAnswer")) {
            assertTrue(ranking.path(list).isArray(), "no list " + list);
            ranking.path(list).forEach(all::add);
        }
        assertFalse(all.isEmpty(), "no candidate at all");
        return all;
    }

    @Test
    void toolCompoundsAreNeverOffered() throws IOException {
        for (JsonNode candidate : listed(rankedExample())) {
            for (JsonNode drug : candidate.path("drugs")) {
                assertFalse(
                        NEVER_FOR_PATIENTS.contains(drug.path("id").asText()),
                        candidate.path("combination").asText());
            }
        }
    }

    @Test
    void tableAndCsvHoldTheRowsOfTheJson() throws IOException {
        OptionalInt three = OptionalInt.of(3);
        String leader = JSON.readTree(rank(example(), "application/json", three))
                .at("/candidates/0/drugs/0/name")
                .asText();
        assertFalse(leader.isEmpty());
        for (String mediaType : List.of("text/plain", "text/csv")) {
            String text = new String(rank(example(), mediaType, three), StandardCharsets.UTF_8);
            assertTrue(text.contains(leader), mediaType + " lacks " + leader + ":\n" + text);
        }
    }

    @Test
    void aWrongCaseIsAnsweredWithItsPlace() throws IOException {
        ObjectNode wrong = (ObjectNode) JSON.readTree(example());
        wrong.put("oncotree", "LUADD");
        LauncherFailure failure =
                assertThrows(LauncherFailure.class, () -> rank(JSON.writeValueAsBytes(wrong), "application/json", ALL));
        assertEquals(LauncherFailure.INPUT, failure.exitCode());
        assertTrue(failure.getMessage().startsWith("/oncotree: "), failure.getMessage());
        assertTrue(failure.getMessage().contains("LUAD"), failure.getMessage());
        assertEquals(1, failure.getMessage().lines().count(), failure.getMessage());
    }

    @Test
    void aBodyThatIsNoJsonIsTheCallersFault() {
        byte[] broken = "{\"format\":".getBytes(StandardCharsets.UTF_8);
        LauncherFailure failure = assertThrows(LauncherFailure.class, () -> rank(broken, "application/json", ALL));
        assertEquals(LauncherFailure.INPUT, failure.exitCode());
    }

    @Test
    void aSecondStackOnTheSameDataIsRefused() {
        LauncherFailure failure = assertThrows(LauncherFailure.class, EndToEndTest::start);
        assertTrue(failure.getMessage().startsWith("another fenton is starting or running on "), failure.getMessage());
        assertEquals(
                4, stack.state().members().stream().filter(EndToEndTest::runs).count(), "the first one was harmed");
    }

    private static boolean runs(Member member) {
        return member.process().isPresent();
    }
}
