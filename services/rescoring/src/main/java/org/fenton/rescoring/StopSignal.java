package org.fenton.rescoring;

import sun.misc.Signal;

/** SIGTERM and SIGINT as a wish to stop: what is under way ends its row, and the last line is still written. */
final class StopSignal {
    private volatile int number;

    /** From now on both signals only set the wish; a second one ends the process at once. */
    void listen() {
        for (String name : new String[] {"TERM", "INT"}) {
            Signal.handle(new Signal(name), signal -> {
                if (number != 0) {
                    Runtime.getRuntime().halt(exitCode());
                }
                number = signal.getNumber();
            });
        }
    }

    boolean stopped() {
        return number != 0;
    }

    /** As a shell reports a process that a signal ended: 143 or 130. */
    int exitCode() {
        return 128 + number;
    }
}
