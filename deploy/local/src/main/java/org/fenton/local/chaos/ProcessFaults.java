package org.fenton.local.chaos;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fenton.local.stack.LocalStack;

/** What happens to processes: killed, frozen, given a bundle that is not what it was, given more at once than fits in memory. */
final class ProcessFaults {
    private final LocalStack stack;
    private final Path bundle;
    private LargeBodies flood;

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
                kill(LocalStack.GATEWAY).ofTheGateway(),
                Fault.of("freeze model", () -> stack.freeze(LocalStack.MODEL), () -> stack.thaw(LocalStack.MODEL)),
                Fault.of(
                        "freeze catalog", () -> stack.freeze(LocalStack.CATALOG), () -> stack.thaw(LocalStack.CATALOG)),
                Fault.of("corrupted bundle", this::corrupt, this::mend),
                Fault.of("low memory", this::sendMuch, this::stopSending));
    }

    private Fault kill(String name) {
        return Fault.of("kill -9 " + name, () -> stack.kill(name), () -> stack.startAgain(name));
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

    private void sendMuch() {
        flood = new LargeBodies(stack.gateway().resolve("/v1/rankings"));
    }

    private void stopSending() {
        flood.close();
    }
}
