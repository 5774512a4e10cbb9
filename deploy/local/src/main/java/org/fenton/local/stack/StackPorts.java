package org.fenton.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.fenton.local.home.LauncherFailure;

/** The three HTTP ports of a stack. PostgreSQL takes any free one. */
public record StackPorts(int gateway, int catalog, int model) {

    /** Below those that systems give to outgoing connections, which could take one between this look and the start. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIALS = 1000;

    /** Three ports nobody listens on at this moment. */
    public static StackPorts free() {
        int[] free = ThreadLocalRandom.current()
                .ints(TRIALS, LOWEST, HIGHEST)
                .distinct()
                .filter(StackPorts::isFree)
                .limit(3)
                .toArray();
        if (free.length < 3) {
            throw LauncherFailure.stack("no three free ports on 127.0.0.1 between " + LOWEST + " and " + HIGHEST
                    + ": stop what listens there");
        }
        return new StackPorts(free[0], free[1], free[2]);
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = listen(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Refuses a port that is taken, before anything is started. */
    public void requireFree() {
        requireFree("gateway", gateway);
        requireFree("catalog", catalog);
        requireFree("model", model);
    }

    private static void requireFree(String service, int port) {
        if (!isFree(port)) {
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
