package org.fenton.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.fenton.local.home.LauncherFailure;

/** The three HTTP ports of a stack. PostgreSQL takes any free one. */
public record StackPorts(int gateway, int catalog, int model) {

    /** Three ports nobody listens on at this moment. */
    public static StackPorts free() {
        try (ServerSocket first = listen(0);
                ServerSocket second = listen(0);
                ServerSocket third = listen(0)) {
            return new StackPorts(first.getLocalPort(), second.getLocalPort(), third.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on 127.0.0.1", e);
        }
    }

    /** Refuses a port that is taken, before anything is started. */
    public void requireFree() {
        requireFree("gateway", gateway);
        requireFree("catalog", catalog);
        requireFree("model", model);
    }

    private static void requireFree(String service, int port) {
        try (ServerSocket probe = listen(port)) {
            // closed at once: the bind is the question
        } catch (IOException e) {
            Optional<String> owner = PortOwner.of(port);
            throw LauncherFailure.stack("port %d for %s is taken%s: stop it, or choose another with --port-%s PORT"
                    .formatted(port, service, owner.map(who -> " by " + who).orElse(""), service));
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
