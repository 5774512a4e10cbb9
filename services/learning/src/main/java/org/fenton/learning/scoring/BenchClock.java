package org.fenton.learning.scoring;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** Processor time of the calling thread, which other programs on a shared machine do not lengthen; wall time where the platform has none. */
final class BenchClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private BenchClock() {}

    static long nanos() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** Time on the clock, as a caller waits. */
    static long wallNanos() {
        return System.nanoTime();
    }

    static double seconds(Runnable work) {
        long start = nanos();
        work.run();
        return (nanos() - start) / 1e9;
    }

    static double median(double[] values) {
        return quantile(values, 0.5);
    }

    static double quantile(double[] values, double q) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * q))];
    }
}
