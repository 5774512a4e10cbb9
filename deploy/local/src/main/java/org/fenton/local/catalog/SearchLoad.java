package org.fenton.local.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fenton.local.home.LauncherFailure;

/**
 * Questions at a fixed rate, whether or not earlier ones are answered; each is timed from the moment it was due, so that
 * a stall counts for all who waited in it.
 */
final class SearchLoad {
    private static final int CONNECTIONS = 16;
    private static final List<String> WORDS = List.of(
            "ruxolitinib",
            "sorafenib",
            "erastn",
            "STAT3",
            "GPX4",
            "jakafi",
            "ferroptosis",
            "bazedoxifene",
            "GPX4%20ruxolitinib");

    private final CatalogClient catalog;
    private final int rate;
    private final int seconds;

    SearchLoad(CatalogClient catalog, int rate, int seconds) {
        this.catalog = catalog;
        this.rate = rate;
        this.seconds = seconds;
    }

    /** Sorted milliseconds. */
    record Times(double[] sorted, int failed) {
        double median() {
            return sorted[sorted.length / 2];
        }

        double p99() {
            return sorted[(int) Math.ceil(sorted.length * 0.99) - 1];
        }

        int count() {
            return sorted.length;
        }
    }

    Times run() {
        int warm = rate * 5;
        int count = rate * seconds;
        double[] millis = new double[count];
        AtomicInteger failed = new AtomicInteger();
        ScheduledExecutorService senders = Executors.newScheduledThreadPool(CONNECTIONS);
        long start = System.nanoTime() + 100_000_000L;
        for (int i = 0; i < warm + count; i++) {
            int number = i;
            long due = start + number * 1_000_000_000L / rate;
            senders.schedule(
                    () -> {
                        if (!ask(number)) {
                            failed.incrementAndGet();
                        }
                        if (number >= warm) {
                            millis[number - warm] = (System.nanoTime() - due) / 1e6;
                        }
                    },
                    due - System.nanoTime(),
                    TimeUnit.NANOSECONDS);
        }
        senders.shutdown();
        try {
            if (!senders.awaitTermination(seconds + 120L, TimeUnit.SECONDS)) {
                throw LauncherFailure.stack("the catalog does not keep up with " + rate + " searches a second");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LauncherFailure.stack("interrupted");
        }
        Arrays.sort(millis);
        return new Times(millis, failed.get());
    }

    private boolean ask(int number) {
        try {
            catalog.get("/v1/search?q=" + WORDS.get(number % WORDS.size()));
            return true;
        } catch (CatalogClient.Refused | LauncherFailure refused) {
            return false;
        }
    }
}
