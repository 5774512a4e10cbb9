package org.fenton.local.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call that hangs over the end of a fault and then fails is in the table, whichever row was due when it was made. */
class RankingClientsTest {
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch holding = new CountDownLatch(1);

    @Test
    void anAnswerThatComesLateIsWaitedForAndCounted(@TempDir Path folder) throws Exception {
        Path example = Files.writeString(folder.resolve("case.json"), "{}");
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        URI gateway = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (RankingClients clients = new RankingClients(gateway, example, new Judge(), 2)) {
            clients.learn();
            Round first = clients.newRound();
            clients.start(2);
            holding.await();
            long ended = System.nanoTime();
            // the other client's answers have long been exact
            while (!first.isQuietSince(ended, System.nanoTime(), 3_500_000_000L)) {
                Thread.sleep(20);
            }
            assertFalse(clients.areQuietSince(ended));
            Round second = clients.newRound();
            held.countDown();
            while (second.count(Verdict.ERROR) == 0) {
                Thread.sleep(20);
            }
            while (!clients.areQuietSince(ended)) {
                Thread.sleep(20);
            }
            assertEquals(0, first.count(Verdict.ERROR));
            assertEquals(1, second.count(Verdict.ERROR));
            assertEquals(1, clients.all().count(Verdict.ERROR));
            assertTrue(clients.all().calls() >= first.calls() + second.calls());
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        int status = 200;
        if (calls.incrementAndGet() == RankingClients.CASES + 1) {
            holding.countDown();
            try {
                held.await();
            } catch (InterruptedException stopped) {
                return;
            }
            status = 500;
        }
        byte[] body = "{\"degraded\":[]}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
