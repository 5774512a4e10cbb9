package org.fenton.model.comparison;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.fenton.http.ProblemException;
import org.fenton.learning.prediction.Prediction;
import org.fenton.model.bundle.LoadedBundle;
import org.fenton.model.prediction.Answered;
import org.fenton.model.prediction.CaseReader;
import org.fenton.model.promotion.ServedBundles;
import org.jboss.logging.Logger;

/** Asks the shadow what the active bundle was asked, after the answer and on one thread of its own; a caller never waits for it. */
@Singleton
public class ShadowScoring {
    private static final Logger LOG = Logger.getLogger(ShadowScoring.class);
    private static final int WAITING = 16;

    private final ServedBundles served;
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                Thread thread = new Thread(task, "shadow");
                thread.setDaemon(true);
                return thread;
            });
    private ShadowReport report;

    ShadowScoring(ServedBundles served) {
        this.served = served;
    }

    void stop(@Observes ShutdownEvent stop) {
        worker.shutdownNow();
    }

    /** Compares later, when there is a shadow and room to wait. */
    void offer(@Observes Answered answered) {
        Optional<LoadedBundle> shadow = served.shadow();
        if (shadow.isEmpty()) {
            return;
        }
        ShadowReport current = reportOf(answered.active().id(), shadow.get().id());
        try {
            worker.execute(() -> compare(current, answered, shadow.get()));
        } catch (RejectedExecutionException e) {
            current.drop();
        }
    }

    private static void compare(ShadowReport report, Answered answered, LoadedBundle shadow) {
        try {
            List<Prediction> shadowed =
                    CaseReader.predict(shadow, answered.question().get());
            report.add(RankComparison.of(answered.active().id(), answered.predictions(), shadow.id(), shadowed));
        } catch (ProblemException e) {
            report.fail(e.problem().detail());
        } catch (RuntimeException e) {
            LOG.error("the shadow failed", e);
            report.fail("the shadow failed; the failure is logged");
        }
    }

    /** The report of the present pair; a change of either begins a new one. */
    private synchronized ShadowReport reportOf(String active, String shadow) {
        if (report == null || !report.isOf(active, shadow)) {
            report = new ShadowReport(active, shadow);
        }
        return report;
    }

    /** Empty when no shadow is set. */
    Optional<ShadowReport.View> view() {
        return served.shadow()
                .map(shadow -> reportOf(served.active().id(), shadow.id()).view());
    }
}
