package org.fenton.local.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fenton.local.stack.Member;
import org.fenton.local.stack.StackState;

/**
 * Processor time of every process of a stack, and of this one, which plays the clients. Unlike a latency it hardly depends on
 * what else the machine does.
 */
record ProcessorTime(Map<String, Duration> byProcess) {
    static ProcessorTime of(StackState stack) {
        Map<String, Duration> times = new LinkedHashMap<>();
        for (Member member : stack.members()) {
            times.put(member.name(), member.processorTime());
        }
        times.put("clients", ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
        return new ProcessorTime(times);
    }

    /** Milliseconds a call since {@code earlier}. */
    Map<String, Double> perCall(ProcessorTime earlier, int calls) {
        Map<String, Double> millis = new LinkedHashMap<>();
        byProcess.forEach((name, time) -> {
            Duration spent = time.minus(earlier.byProcess.getOrDefault(name, Duration.ZERO));
            millis.put(name, Math.round(spent.toNanos() / 1e5 / calls) / 10.0);
        });
        return millis;
    }

    static String words(Map<String, Double> perCall) {
        return perCall.entrySet().stream()
                .map(each -> String.format(Locale.ROOT, "%s %.1f", each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }
}
