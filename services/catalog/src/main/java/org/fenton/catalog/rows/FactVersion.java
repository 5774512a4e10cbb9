package org.fenton.catalog.rows;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/**
 * A number that rises with every transaction that writes facts. The pages of one list must be of one version: a cursor
 * that crosses a change would leave rows out or show them twice and nobody would know.
 */
public final class FactVersion {
    private static final ProblemType LIST_CHANGED =
            new ProblemType("urn:problem:list-changed", 409, "The list has changed since its first page");

    private FactVersion() {}

    /** The version now; refused when the request continues a list of another one. */
    public static long require(UriInfo uri) {
        Object number = Panache.getEntityManager()
                .createNativeQuery("select number from catalog.fact_version")
                .getSingleResult();
        long version = ((Number) number).longValue();
        String given = uri.getQueryParameters().getFirst("at");
        if (given != null && !given.equals(Long.toString(version))) {
            String detail =
                    "facts were written since the first page of this list; begin again, or read a release, which"
                            + " never changes, with asOf";
            throw new ProblemException(LIST_CHANGED, detail, List.of(new Fault("?at", detail)));
        }
        return version;
    }
}
