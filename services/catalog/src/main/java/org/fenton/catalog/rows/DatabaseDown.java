package org.fenton.catalog.rows;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemMappers;
import org.fenton.http.ProblemType;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Without its database the catalog is unavailable, which passes; it is not broken. */
public class DatabaseDown {
    private final ProblemMappers mappers;

    DatabaseDown(ProblemMappers mappers) {
        this.mappers = mappers;
    }

    @ServerExceptionMapper
    public Response unavailable(JDBCConnectionException failure, ContainerRequestContext request) {
        ProblemException problem = new ProblemException(ProblemType.UNAVAILABLE, "the database does not answer");
        problem.initCause(failure);
        return mappers.problem(problem, request);
    }
}
