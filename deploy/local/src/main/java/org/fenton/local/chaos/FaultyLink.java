package org.fenton.local.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * A TCP connection's bad day between two processes of this machine: each chunk late, some chunks very late (what loss looks
 * like above TCP, which sends again), or nothing at all while the connection stays open. Kernels without netem have no other way.
 */
final class FaultyLink implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;
    private static final int LOSS_PERCENT = 3;
    private static final long SENT_AGAIN_MILLIS = 400;
    private static final long STEP_MILLIS = 50;

    enum Mood {
        GOOD,
        DELAYED,
        LOSSY,
        HALF_OPEN
    }

    private final ServerSocket door;
    private final IntSupplier target;
    private final long delayMillis;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Mood mood = Mood.GOOD;
    private volatile boolean closed;

    /** @param target the port behind, asked at each connection */
    FaultyLink(IntSupplier target, long delayMillis) {
        this.target = target;
        this.delayMillis = delayMillis;
        try {
            door = new ServerSocket();
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        start("link", this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void mood(Mood now) {
        mood = now;
    }

    private void accept() {
        while (!closed) {
            Socket caller;
            try {
                caller = door.accept();
            } catch (IOException shut) {
                return;
            }
            try {
                Socket callee = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt());
                caller.setTcpNoDelay(true);
                callee.setTcpNoDelay(true);
                open.add(caller);
                open.add(callee);
                start("there", () -> carry(caller, callee));
                start("back", () -> carry(callee, caller));
            } catch (IOException | RuntimeException away) {
                close(caller);
            }
        }
    }

    /** The callee is away: so is the connection. */
    private static void close(Socket caller) {
        try {
            caller.close();
        } catch (IOException gone) {
            // that is what was wanted
        }
    }

    private void carry(Socket from, Socket to) {
        Random dice = new Random(from.getLocalPort());
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                hold(dice);
                out.write(chunk, 0, length);
            }
        } catch (IOException | InterruptedException ended) {
            // either side has gone; try-with-resources tells the other
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void hold(Random dice) throws InterruptedException {
        if (mood == Mood.DELAYED) {
            Thread.sleep(delayMillis);
        } else if (mood == Mood.LOSSY && dice.nextInt(100) < LOSS_PERCENT) {
            Thread.sleep(SENT_AGAIN_MILLIS);
        }
        while (mood == Mood.HALF_OPEN && !closed) {
            Thread.sleep(STEP_MILLIS);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, "fenton-chaos-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
