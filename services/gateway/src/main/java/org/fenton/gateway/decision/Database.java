package org.fenton.gateway.decision;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** One transaction; a database that does not answer is a 503 that says so, every other failure stays what it is. */
final class Database {
    private Database() {}

    static <T> T ask(Callable<T> work) {
        try {
            return QuarkusTransaction.requiringNew().call(work);
        } catch (ProblemException problem) {
            throw problem;
        } catch (RuntimeException failure) {
            if (isAway(failure)) {
                Log.warnf("decision records: %s", root(failure).getMessage());
                throw new ProblemException(
                        ProblemType.UNAVAILABLE,
                        "the store of decision records does not answer; no ranking is given that is not kept;"
                                + " try again in a few seconds");
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
