package org.fenton.local.access;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** Receives spans as OTLP over HTTP on a real socket and reads of the protobuf what the tests ask for. */
final class SpanCollector {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;

    /** @param parent empty for the first of a trace */
    record Span(String service, String trace, String id, String parent, String name) {}

    final List<Span> spans = new CopyOnWriteArrayList<>();
    final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    SpanCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
                    body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
                }
                bodies.add(body);
                fields(body).stream().filter(field -> field.number == 1).forEach(each -> resource(each.bytes));
                exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.setExecutor(Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "span-collector");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    boolean holds(String text) {
        return bodies.stream().anyMatch(body -> new String(body, StandardCharsets.UTF_8).contains(text));
    }

    /** Spans come some time after what they tell of. */
    void awaitText(String text) throws InterruptedException {
        for (int tries = 0; !holds(text); tries++) {
            if (tries == 200) {
                throw new AssertionError("no span says: " + text);
            }
            Thread.sleep(100);
        }
    }

    /** ResourceSpans: 1 the resource, 2 spans by scope. */
    private void resource(byte[] message) {
        String service = "";
        for (Field field : fields(message)) {
            if (field.number == 1) {
                service = serviceName(field.bytes);
            } else if (field.number == 2) {
                for (Field span : fields(field.bytes)) {
                    if (span.number == 2) {
                        spans.add(span(service, span.bytes));
                    }
                }
            }
        }
    }

    private static String serviceName(byte[] resource) {
        for (Field attribute : fields(resource)) {
            List<Field> pair = attribute.number == 1 ? fields(attribute.bytes) : List.of();
            if (pair.size() == 2 && pair.get(0).text().equals("service.name")) {
                return fields(pair.get(1).bytes).get(0).text();
            }
        }
        return "";
    }

    private static Span span(String service, byte[] message) {
        String[] text = {"", "", "", ""};
        for (Field field : fields(message)) {
            switch (field.number) {
                case 1 -> text[0] = HexFormat.of().formatHex(field.bytes);
                case 2 -> text[1] = HexFormat.of().formatHex(field.bytes);
                case 4 -> text[2] = HexFormat.of().formatHex(field.bytes);
                case 5 -> text[3] = field.text();
                default -> {}
            }
        }
        return new Span(service, text[0], text[1], text[2], text[3]);
    }

    private record Field(int number, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** The fields of a message; numbers are left empty. */
    private static List<Field> fields(byte[] message) {
        List<Field> fields = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(message);
        while (in.hasRemaining()) {
            int tag = (int) varint(in);
            byte[] bytes = {};
            switch (tag & 7) {
                case VARINT -> varint(in);
                case FIXED64 -> in.getLong();
                case BYTES -> {
                    bytes = new byte[(int) varint(in)];
                    in.get(bytes);
                }
                default -> in.getInt();
            }
            fields.add(new Field(tag >> 3, bytes));
        }
        return fields;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
