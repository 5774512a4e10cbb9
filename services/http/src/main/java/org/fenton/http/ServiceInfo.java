package org.fenton.http;

import com.fasterxml.jackson.annotation.JsonInclude;

/** GA4GH service-info 1.0. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceInfo(
        String id,
        String name,
        Type type,
        String description,
        Organization organization,
        String documentationUrl,
        String environment,
        String version) {

    public record Type(String group, String artifact, String version) {}

    public record Organization(String name, String url) {}
}
