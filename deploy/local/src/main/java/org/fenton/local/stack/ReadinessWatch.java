package org.fenton.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fenton.local.home.LauncherFailure;

/** Waits until services say they are ready; a service that ends or stays silent is named with the end of its log. */
final class ReadinessWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

    private final Progress progress;
    private final Consumer<Member> whenReady;
    private final Runnable whenEnded;

    /**
     * @param whenReady is told of each service with the time it took
     * @param whenEnded is called before a service's end is reported as a failure; it does not return while the stack is
     *     being stopped on purpose
     */
    ReadinessWatch(Progress progress, Consumer<Member> whenReady, Runnable whenEnded) {
        this.progress = progress;
        this.whenReady = whenReady;
        this.whenEnded = whenEnded;
    }

    void await(List<ServiceProcess> services) {
        Instant begin = Instant.now();
        List<ServiceProcess> pending = new ArrayList<>(services);
        while (!pending.isEmpty()) {
            Duration waited = Duration.between(begin, Instant.now());
            pending.removeIf(service -> isReady(service, waited));
            if (!pending.isEmpty() && waited.compareTo(PATIENCE) > 0) {
                throw failure(pending.get(0), "is not ready after " + PATIENCE.toSeconds() + " s");
            }
            pause();
        }
    }

    private boolean isReady(ServiceProcess service, Duration waited) {
        Member member = service.member();
        if (!service.isAlive()) {
            whenEnded.run();
            throw service.refusal()
                    .map(line -> LauncherFailure.input(member.name() + ": " + line))
                    .orElseGet(() -> failure(service, "ended with code " + service.exitCode() + " while starting"));
        }
        if (!service.isReady()) {
            progress.waiting(member.name(), member.port(), waited);
            return false;
        }
        progress.ready(member.name(), member.port(), waited);
        whenReady.accept(member.readyAfter(waited));
        return true;
    }

    private static LauncherFailure failure(ServiceProcess service, String what) {
        Member member = service.member();
        return LauncherFailure.stack(
                "%s %s; its log %s ends:%n%s".formatted(member.name(), what, member.log(), service.lastLogLines()));
    }

    static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LauncherFailure.stack("interrupted while waiting for the services");
        }
    }
}
