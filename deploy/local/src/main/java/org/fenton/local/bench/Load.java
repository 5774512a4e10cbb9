package org.fenton.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.fenton.local.home.LauncherFailure;

/** Clients that each send the next case as soon as they have the whole answer to the last one. */
final class Load {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final IntFunction<byte[]> cases;
    private final AtomicInteger next;

    Load(URI address, IntFunction<byte[]> cases, AtomicInteger next) {
        this.address = address;
        this.cases = cases;
        this.next = next;
    }

    /** @param seconds that the clients took */
    record Measured(Latencies latencies, double seconds, int failures) {}

    Measured run(int clients, double seconds) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        AtomicInteger failures = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        try {
            List<Callable<List<Long>>> work = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                work.add(() -> client(end, failures));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> client : threads.invokeAll(work)) {
                all.addAll(client.get());
            }
            double took = (System.nanoTime() - begin) / 1e9;
            return new Measured(
                    new Latencies(all.stream().mapToLong(Long::longValue).toArray()), took, failures.get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw LauncherFailure.stack("interrupted while measuring");
        } catch (ExecutionException failure) {
            throw LauncherFailure.stack("the load stopped: " + failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> client(long end, AtomicInteger failures) throws IOException, InterruptedException {
        List<Long> times = new ArrayList<>();
        do {
            byte[] body = cases.apply(next.getAndIncrement());
            long begin = System.nanoTime();
            HttpResponse<byte[]> answer = post(body);
            times.add(System.nanoTime() - begin);
            if (answer.statusCode() / 100 != 2) {
                failures.incrementAndGet();
            }
        } while (System.nanoTime() < end);
        return times;
    }

    HttpResponse<byte[]> post(byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }
}
