package org.fenton.rescoring;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.fenton.rescoring.cohort.CohortException;

/** The release as a file that every task reads: one that has an address is fetched once into the shared folder. */
final class ReleaseFile {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The bearer token for a catalog that asks for one. */
    private static final String TOKEN = "FENTON_TOKEN";

    private ReleaseFile() {}

    static Path of(String release, Path work) throws IOException, InterruptedException {
        if (!release.startsWith("http://") && !release.startsWith("https://")) {
            Path file = Path.of(release).toAbsolutePath();
            if (!Files.isReadable(file)) {
                throw new CohortException("cannot read the release " + release);
            }
            return file;
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(release)).timeout(PATIENCE);
        String token = System.getenv(TOKEN);
        if (token != null && !token.isBlank()) {
            request.header("Authorization", "Bearer " + token.strip());
        }
        HttpResponse<InputStream> answer = answer(request.build());
        if (answer.statusCode() != 200) {
            throw new IOException(release + " answered " + answer.statusCode());
        }
        Path file = work.resolve("release.ndjson");
        try (InputStream body = answer.body()) {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /** The client's own message for a refused connection is empty. */
    private static HttpResponse<InputStream> answer(HttpRequest request) throws IOException, InterruptedException {
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException silent) {
            throw new IOException(request.uri() + " does not answer; is the catalog running?", silent);
        }
    }
}
