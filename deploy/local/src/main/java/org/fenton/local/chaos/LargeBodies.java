package org.fenton.local.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Callers that send bodies just under the limit, far more of them at once than the receiver's heap holds. What is sent is made
 * while it is sent: the launcher's own heap is small.
 */
final class LargeBodies implements AutoCloseable {
    private static final int LARGE = 19_000_000;
    private static final int AT_ONCE = 32;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);

    LargeBodies(URI address) {
        for (int i = 0; i < AT_ONCE; i++) {
            senders.submit(() -> send(address));
        }
    }

    private Void send(URI address) throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(30))
                    .header("Content-Type", "application/json")
                    .POST(body())
                    .build();
            try {
                http.send(request, BodyHandlers.discarding());
            } catch (IOException cut) {
                Thread.sleep(20);
            }
        }
        return null;
    }

    /** A JSON document that does not end, of a length that is announced. */
    private static BodyPublisher body() {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(Blanks::new), LARGE);
    }

    private static final class Blanks extends InputStream {
        private int left = LARGE;

        @Override
        public int read() {
            return left-- > 0 ? (left == LARGE - 1 ? '{' : ' ') : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int count = Math.min(length, left);
            for (int i = 0; i < count; i++) {
                into[from + i] = (byte) read();
            }
            return count > 0 || length == 0 ? count : -1;
        }
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }
}
