package org.fenton.local.stack;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Ends the members of a stack when the launcher dies without saying so (kill -9, a closed terminal). A small shell holds
 * the other end of a pipe: the pipe closes with the launcher, whatever kills it.
 */
final class Guardian implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            pids=''
            while read -r word value; do
              case $word in
                guard) pids="$value $pids" ;;
                dismissed) exit 0 ;;
              esac
            done
            for pid in $pids; do
              kill -TERM "$pid" 2>/dev/null
              waited=0
              while kill -0 "$pid" 2>/dev/null && [ "$waited" -lt 50 ]; do
                grep -q '^State:.*Z' "/proc/$pid/status" 2>/dev/null && break
                sleep 0.1
                waited=$((waited + 1))
              done
              kill -KILL "$pid" 2>/dev/null
            done
            """;

    private final Writer pipe;

    private Guardian(Writer pipe) {
        this.pipe = pipe;
    }

    static Guardian post() {
        try {
            Process shell = new ProcessBuilder("sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Guardian(new OutputStreamWriter(shell.getOutputStream(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start sh", e);
        }
    }

    /** The last one guarded is the first one ended. */
    void guard(Member member) {
        say("guard " + member.pid());
    }

    /** Sends the shell home: the launcher has ended the members itself, or lets them live. */
    @Override
    public void close() {
        say("dismissed -");
    }

    private void say(String line) {
        try {
            pipe.write(line + "\n");
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the guardian shell is gone", e);
        }
    }
}
