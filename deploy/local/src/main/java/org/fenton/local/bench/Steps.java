package org.fenton.local.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import org.fenton.local.stack.LocalStack;

/** Measured steps against a stack: each warmed up, timed, printed with its histogram and added to the report. */
final class Steps {
    private final LocalStack stack;
    private final double seconds;
    private final ArrayNode report;
    private int failures;

    /** @param seconds of each step, after a warm-up of a third of it */
    Steps(LocalStack stack, double seconds, ArrayNode report) {
        this.stack = stack;
        this.seconds = seconds;
        this.report = report;
    }

    int failures() {
        return failures;
    }

    /** @param clients at once */
    void measure(String what, int clients, Load load) {
        load.run(clients, seconds / 3);
        ProcessorTime before = ProcessorTime.of(stack.state());
        Load.Measured measured = load.run(clients, seconds);
        Map<String, Double> spent = ProcessorTime.of(stack.state())
                .perCall(before, measured.latencies().count());
        failures += measured.failures();
        print(what, clients, measured, spent);
        add(what, clients, measured, spent);
    }

    private static double rate(Load.Measured measured) {
        return Math.round(measured.latencies().count() / measured.seconds() * 10) / 10.0;
    }

    private static void print(String what, int clients, Load.Measured measured, Map<String, Double> spent) {
        Latencies times = measured.latencies();
        System.out.printf(
                Locale.ROOT,
                "%n%s, %d client(s): %d calls, %.1f a second, p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, longest %.1f"
                        + " ms, %d failed%n%s      processor ms a call: %s%n",
                what,
                clients,
                times.count(),
                rate(measured),
                times.percentile(0.5),
                times.percentile(0.99),
                times.percentile(0.999),
                times.percentile(1),
                measured.failures(),
                times.histogram(),
                ProcessorTime.words(spent));
    }

    private void add(String what, int clients, Load.Measured measured, Map<String, Double> spent) {
        Latencies times = measured.latencies();
        ObjectNode step = report.addObject()
                .put("what", what)
                .put("clients", clients)
                .put("calls", times.count())
                .put("perSecond", rate(measured))
                .put("p50", times.percentile(0.5))
                .put("p99", times.percentile(0.99))
                .put("p999", times.percentile(0.999));
        ObjectNode processor = step.putObject("processorMillisPerCall");
        spent.forEach(processor::put);
    }
}
