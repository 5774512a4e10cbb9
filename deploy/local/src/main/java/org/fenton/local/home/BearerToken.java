package org.fenton.local.home;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The caller's token, from a file or a variable: never an argument, which every user of the machine could read. */
public final class BearerToken {
    private static final String VARIABLE = "FENTON_TOKEN";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "Holds the bearer token for a service that asks for one. Default: the variable " + VARIABLE + ".")
    private Path file;

    /** Puts the token on the request; a token never travels in the clear beyond this machine. */
    public HttpRequest.Builder on(URI address, HttpRequest.Builder request) {
        text().ifPresent(token -> {
            if (!"https".equals(address.getScheme()) && !LOOPBACK.contains(address.getHost())) {
                throw LauncherFailure.input("a token is sent over https only, and " + address + " is not");
            }
            request.header("Authorization", "Bearer " + token);
        });
        return request;
    }

    private Optional<String> text() {
        try {
            String text = file == null ? System.getenv(VARIABLE) : Files.readString(file);
            return Optional.ofNullable(text).map(String::strip).filter(token -> !token.isEmpty());
        } catch (IOException unreadable) {
            throw LauncherFailure.input("the token file " + file + " cannot be read");
        }
    }
}
