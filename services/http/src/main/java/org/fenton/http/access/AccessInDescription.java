package org.fenton.http.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Writes the rules into the description of the API: which operation asks for a token, and which roles it takes. */
@OpenApiFilter(priority = 20)
public class AccessInDescription implements OASFilter {
    private static final String BEARER = "bearer";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        AccessRules rules = new AccessRules();
        if (api.getPaths() == null) {
            return;
        }
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("A token of the configured issuer; of the roles named one is enough"));
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> rules.roles(method.name(), path)
                        .filter(roles -> !AccessRules.isForAnyone(roles))
                        .ifPresent(roles -> secure(operation, roles))));
    }

    private static void secure(Operation operation, Set<String> roles) {
        operation.addSecurityRequirement(
                OASFactory.createSecurityRequirement().addScheme(BEARER, List.copyOf(new TreeSet<>(roles))));
    }
}
