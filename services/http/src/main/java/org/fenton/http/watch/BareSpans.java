package org.fenton.http.watch;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes out of every span what a caller wrote: addresses with what stands in them, and the name of its program. The route stays. */
@Singleton
public class BareSpans implements SpanProcessor {
    private static final String WITHHELD = "withheld";
    private static final List<AttributeKey<String>> OF_CALLERS = List.of(
            AttributeKey.stringKey("url.path"),
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("url.full"),
            AttributeKey.stringKey("user_agent.original"),
            AttributeKey.stringKey("client.address"),
            AttributeKey.stringKey("enduser.id"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (AttributeKey<String> key : OF_CALLERS) {
            if (span.getAttribute(key) != null) {
                span.setAttribute(key, WITHHELD);
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // nothing more
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
