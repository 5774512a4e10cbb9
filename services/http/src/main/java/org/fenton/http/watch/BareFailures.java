package org.fenton.http.watch;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.internal.ExceptionAttributeResolver;
import io.opentelemetry.sdk.internal.ExceptionAttributeResolver.AttributeSetter;
import io.opentelemetry.sdk.trace.internal.SdkTracerProviderUtil;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import jakarta.inject.Singleton;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.fenton.http.log.Withheld;

/**
 * A failure in a span tells its types and places and never its message, which may quote what a caller sent. The library has no
 * public way to say so yet; {@code LeakTest} notices should this one go.
 */
@Singleton
public class BareFailures implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {
    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addTracerProviderCustomizer((provider, config) -> {
            SdkTracerProviderUtil.setExceptionAttributeResolver(provider, BareFailures::describe);
            return provider;
        });
    }

    private static void describe(AttributeSetter attributes, Throwable failure, int longest) {
        attributes.setAttribute(
                ExceptionAttributeResolver.EXCEPTION_TYPE, failure.getClass().getName());
        StringWriter places = new StringWriter();
        Withheld.of(failure).printStackTrace(new PrintWriter(places, true));
        String text = places.toString();
        attributes.setAttribute(
                ExceptionAttributeResolver.EXCEPTION_STACKTRACE, text.substring(0, Math.min(longest, text.length())));
    }
}
