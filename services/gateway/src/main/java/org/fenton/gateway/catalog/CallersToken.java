package org.fenton.gateway.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** Passes the token of who asks on as it came, so that the called service judges that person's roles. */
@ApplicationScoped
public class CallersToken implements ClientHeadersFactory {
    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        MultivaluedMap<String, String> passed = new MultivaluedHashMap<>();
        if (incoming.containsKey(HttpHeaders.AUTHORIZATION)) {
            passed.putSingle(HttpHeaders.AUTHORIZATION, incoming.getFirst(HttpHeaders.AUTHORIZATION));
        }
        return passed;
    }
}
