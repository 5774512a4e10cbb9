package org.fenton.gateway;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.ConfigProvider;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/**
 * One transaction; a database that does not answer is a 503 that says so, every other failure stays what it is.
 *
 * <p>Connections are few, and the chain of records has one writer at a time: on a slow disk, more that want to write would
 * take every connection and let everybody else wait in vain. So each kind has a share of the pool, in turns (429 for who
 * gets none), and an empty pool means a database that is in trouble.
 */
public final class Database {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int POOL =
            ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.max-size", Integer.class);
    private static final Turns APPENDING = new Turns(Math.max(1, POOL * 6 / 10), PATIENCE);
    private static final Turns ASKING = new Turns(Math.max(1, POOL * 3 / 10), PATIENCE);

    private Database() {}

    public static <T> T ask(Callable<T> work) {
        return ASKING.take(() -> call(work));
    }

    /** For what waits for the end of the chain. */
    public static <T> T append(Callable<T> work) {
        return APPENDING.take(() -> call(work));
    }

    public static void run(Runnable work) {
        ask(() -> {
            work.run();
            return work;
        });
    }

    private static <T> T call(Callable<T> work) {
        try {
            return QuarkusTransaction.requiringNew().call(work);
        } catch (ProblemException problem) {
            throw problem;
        } catch (RuntimeException failure) {
            if (isAway(failure)) {
                Log.warnf("database: %s", root(failure).getMessage());
                throw new ProblemException(
                        ProblemType.UNAVAILABLE,
                        "the database does not answer, and nothing is given that is not kept; try again in a few seconds");
            }
            throw failure;
        }
    }

    /** Connection refused, lost or not to be had (SQLSTATE 08, 57P), too many of them (53), or no state at all. */
    private static boolean isAway(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null || state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
            }
            // a connection that is lost at the commit stands beside what the transaction's manager says of it
            for (Throwable beside : at.getSuppressed()) {
                if (isAway(beside)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Throwable root(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at;
    }
}
