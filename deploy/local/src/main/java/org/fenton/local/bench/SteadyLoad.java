package org.fenton.local.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * So many calls a second, sent when they are due whatever became of those before: a slow service does not make the load
 * smaller, as it does where each client waits for its answer. Times count from when a call was due.
 */
final class SteadyLoad {
    private static final int THREADS = 96;

    private final Load load;
    private final IntFunction<byte[]> cases;
    private final AtomicInteger next;
    private List<Long> times = new ArrayList<>();
    private Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<Integer, String> refusals = new TreeMap<>();

    SteadyLoad(Load load, IntFunction<byte[]> cases, AtomicInteger next) {
        this.load = load;
        this.cases = cases;
        this.next = next;
    }

    /**
     * @param statuses how many calls ended with each; 0 for those without an answer
     * @param refusals what the first answer with each status that is no success said, since the beginning
     */
    record Minute(Latencies latencies, Map<Integer, Integer> statuses, Map<Integer, String> refusals) {
        int failures() {
            return statuses.entrySet().stream()
                    .filter(each -> each.getKey() / 100 != 2)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    /** Runs for {@code seconds}, tells {@code each} about every {@code window} of them. */
    void run(double perSecond, double seconds, double window, Watcher each) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long begin = System.nanoTime();
        double shown = window;
        try {
            for (int call = 0; call / perSecond < seconds; call++) {
                long due = begin + (long) (call / perSecond * 1e9);
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
                }
                if (call / perSecond >= shown) {
                    each.seen(take());
                    shown += window;
                }
                threads.execute(() -> call(due));
            }
        } finally {
            threads.shutdown();
            threads.awaitTermination(90, java.util.concurrent.TimeUnit.SECONDS);
        }
        each.seen(take());
    }

    interface Watcher {
        void seen(Minute minute);
    }

    private void call(long due) {
        int status;
        String words = "";
        try {
            HttpResponse<byte[]> answer = load.post(cases.apply(next.getAndIncrement()));
            status = answer.statusCode();
            words = status / 100 == 2 ? "" : new String(answer.body(), StandardCharsets.UTF_8);
        } catch (IOException cut) {
            status = 0;
            words = cut.toString();
        } catch (InterruptedException stopped) {
            return;
        }
        synchronized (this) {
            times.add(System.nanoTime() - due);
            statuses.merge(status, 1, Integer::sum);
            if (status / 100 != 2) {
                refusals.putIfAbsent(status, words);
            }
        }
    }

    private synchronized Minute take() {
        Minute minute = new Minute(
                new Latencies(times.stream().mapToLong(Long::longValue).toArray()), statuses, new TreeMap<>(refusals));
        times = new ArrayList<>();
        statuses = new TreeMap<>();
        return minute;
    }
}
