package org.fenton.local.configuration;

import java.util.Locale;

/**
 * Something an operator may set.
 *
 * @param property as the code names it, in dots and dashes
 * @param value the value unless it is set; empty where there is none
 * @param meaning what the code's own comment says; empty where it says nothing
 */
record Variable(String service, String property, String value, String meaning) implements Comparable<Variable> {
    /** How a property is written as a variable of the environment. */
    static String nameOf(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** {@code idempotencyKept} is configured as {@code idempotency-kept}. */
    static String kebab(String method) {
        return method.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    String name() {
        return nameOf(property);
    }

    Variable with(String givenName, String givenValue) {
        return new Variable(service, givenName, givenValue, meaning);
    }

    String row() {
        String shown = value.isEmpty() ? "–" : "`" + value.replace("|", "\\|") + "`";
        return "| `%s` | %s | %s | %s |".formatted(name(), service, shown, meaning.replace("|", "\\|"));
    }

    @Override
    public int compareTo(Variable other) {
        int byService = service.compareTo(other.service);
        return byService != 0 ? byService : name().compareTo(other.name());
    }
}
