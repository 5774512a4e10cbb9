package org.fenton.http.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Whether callers can have sent anything yet. The log asks before there are beans, hence the static field. */
@Singleton
public class Serving {
    private static final int BEFORE_ANYTHING_ELSE = 2;
    private static volatile boolean serving;

    static boolean now() {
        return serving;
    }

    void start(@Observes @Priority(BEFORE_ANYTHING_ELSE) StartupEvent event) {
        serving = true;
    }

    void stop(@Observes ShutdownEvent event) {
        serving = false;
    }
}
