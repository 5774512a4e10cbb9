package org.fenton.local.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Clients that rank cases all the time, remember every record that was acknowledged, and have each answer judged. */
final class RankingClients implements AutoCloseable {
    static final int CASES = 8;
    /** Every so many calls ask for a case that nobody asked for yet, so that there is always something to be written. */
    private static final int FRESH = 4;

    private static final long QUIET_NANOS = 3_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;
    private final byte[] example;
    private final Judge judge;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Round> round = new AtomicReference<>(new Round());
    /** What was seen from the first call to the last, whatever rounds there were. */
    private final Round all = new Round();
    /** When each call that waits for its answer was made. */
    private final Map<Integer, Long> underWay = new ConcurrentHashMap<>();

    /** Where each acknowledged record is, and the SHA-256 of its bytes: the bytes themselves would fill the memory. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private final ExecutorService threads;

    RankingClients(URI gateway, Path example, Judge judge, int clients) throws IOException {
        this.gateway = gateway;
        this.example = Files.readAllBytes(example);
        this.judge = judge;
        this.threads = Executors.newFixedThreadPool(clients);
    }

    /** Asks for each case once while nothing is wrong: these bytes are the right ones. */
    void learn() throws IOException, InterruptedException {
        for (int number = 0; number < CASES; number++) {
            HttpResponse<byte[]> answer = post(number);
            if (answer.statusCode() / 100 != 2
                    || JSON.readTree(answer.body()).path("degraded").size() > 0) {
                throw new IOException("the stack does not answer well before any fault: status " + answer.statusCode());
            }
            judge.expect(number, answer.body());
        }
    }

    void start(int clients) {
        for (int i = 0; i < clients; i++) {
            threads.submit(this::work);
        }
    }

    /** What the clients see from now on goes into a new round: a call belongs to the round in which it was answered. */
    Round newRound() {
        Round fresh = new Round();
        round.set(fresh);
        return fresh;
    }

    private Void work() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            int call = next.getAndIncrement();
            underWay.put(call, System.nanoTime());
            int number = call % FRESH == 0 ? CASES + call : call % CASES;
            try {
                HttpResponse<byte[]> answer = post(number);
                add(judge.judge(number, answer));
                answer.headers()
                        .firstValue("Location")
                        .ifPresent(place -> acknowledged.put(place, sha256(answer.body())));
            } catch (IOException noAnswer) {
                add(Verdict.NO_ANSWER);
                Thread.sleep(50);
            } finally {
                underWay.remove(call);
            }
        }
        return null;
    }

    private void add(Verdict verdict) {
        all.add(verdict, System.nanoTime());
        round.get().add(verdict, System.nanoTime());
    }

    /** All that was seen since the start. */
    Round all() {
        return all;
    }

    /** Since {@code restart} every answer was exact for a while, and no call of before waits: what hung has been counted. */
    boolean areQuietSince(long restart) {
        long now = System.nanoTime();
        return round.get().isQuietSince(restart, now, QUIET_NANOS)
                && underWay.values().stream().allMatch(begun -> begun > now - QUIET_NANOS);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** Records that were acknowledged with an answer and do not give these bytes any more. */
    int lost() throws IOException, InterruptedException {
        int lost = 0;
        for (Map.Entry<String, String> record : acknowledged.entrySet()) {
            URI place = gateway.resolve(URI.create(record.getKey()).getPath());
            HttpResponse<byte[]> kept =
                    http.send(HttpRequest.newBuilder(place).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            lost += kept.statusCode() == 200 && sha256(kept.body()).equals(record.getValue()) ? 0 : 1;
        }
        return lost;
    }

    boolean chainIsIntact() throws IOException, InterruptedException {
        URI place = gateway.resolve("/v1/decisions/verification");
        HttpResponse<byte[]> report =
                http.send(HttpRequest.newBuilder(place).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
        return report.statusCode() == 200
                && JSON.readTree(report.body()).path("intact").asBoolean();
    }

    private HttpResponse<byte[]> post(int number) throws IOException, InterruptedException {
        ObjectNode document = (ObjectNode) JSON.readTree(example);
        document.remove("label");
        document.put("ageYears", 40 + number % CASES);
        if (number >= CASES) {
            document.withArray("genotypes")
                    .addObject()
                    .put("gene", "CHAOS" + number)
                    .put("phenotype", "x");
        }
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/v1/rankings"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(document)))
                .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
