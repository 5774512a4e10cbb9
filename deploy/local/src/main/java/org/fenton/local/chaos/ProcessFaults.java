package org.fenton.local.chaos;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.fenton.local.stack.LocalStack;

/** What happens to processes: killed, frozen, given a bundle that is not what it was, given more at once than fits in memory. */
final class ProcessFaults {
    private static final int LARGE = 19_000_000;
    private static final int AT_ONCE = 24;

    private final LocalStack stack;
    private final Path bundle;
    private ExecutorService senders;

    /** @param bundle the one that the model serves; a copy of this run's own, since it is damaged */
    ProcessFaults(LocalStack stack, Path bundle) {
        this.stack = stack;
        this.bundle = bundle;
    }

    List<Fault> faults() {
        return List.of(
                kill(LocalStack.MODEL),
                kill(LocalStack.CATALOG),
                kill(LocalStack.POSTGRES),
                killGateway(),
                Fault.of("freeze model", () -> stack.freeze(LocalStack.MODEL), () -> stack.thaw(LocalStack.MODEL)),
                Fault.of(
                        "freeze catalog", () -> stack.freeze(LocalStack.CATALOG), () -> stack.thaw(LocalStack.CATALOG)),
                Fault.of("corrupted bundle", this::corrupt, this::mend),
                Fault.of("low memory", this::sendMuch, this::stopSending));
    }

    private Fault kill(String name) {
        return Fault.of("kill -9 " + name, () -> stack.kill(name), () -> stack.startAgain(name));
    }

    private Fault killGateway() {
        Fault kill = kill(LocalStack.GATEWAY);
        return new Fault() {
            @Override
            public String name() {
                return kill.name();
            }

            @Override
            public boolean hitsGateway() {
                return true;
            }

            @Override
            public void begin() throws Exception {
                kill.begin();
            }

            @Override
            public void end() throws Exception {
                kill.end();
            }
        };
    }

    /** One bit of the largest file, then a restart: the model must refuse to serve it. */
    private void corrupt() throws IOException {
        stack.kill(LocalStack.MODEL);
        flip();
        stack.startAgain(LocalStack.MODEL);
    }

    private void mend() throws IOException {
        stack.kill(LocalStack.MODEL);
        flip();
        stack.startAgain(LocalStack.MODEL);
    }

    private void flip() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(largest().toFile(), "rw")) {
            long middle = file.length() / 2;
            file.seek(middle);
            int was = file.read();
            file.seek(middle);
            file.write(was ^ 1);
        }
    }

    private Path largest() throws IOException {
        try (Stream<Path> files = Files.walk(bundle)) {
            return files.filter(Files::isRegularFile)
                    .max(java.util.Comparator.comparingLong(
                            file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    /** Bodies just under the limit, far more of them at once than the heap holds. */
    private void sendMuch() {
        byte[] body = new byte[LARGE];
        java.util.Arrays.fill(body, (byte) ' ');
        body[0] = '{';
        URI address = stack.gateway().resolve("/v1/rankings");
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        senders = Executors.newFixedThreadPool(AT_ONCE);
        for (int i = 0; i < AT_ONCE; i++) {
            senders.submit(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    HttpRequest request = HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(30))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(body))
                            .build();
                    try {
                        http.send(request, BodyHandlers.discarding());
                    } catch (IOException cut) {
                        Thread.sleep(20);
                    }
                }
                return null;
            });
        }
    }

    private void stopSending() {
        senders.shutdownNow();
    }
}
