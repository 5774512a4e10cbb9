package org.fenton.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.Member;

/**
 * What a stack takes of the machine at one moment, what a leak would make grow.
 *
 * @param megabytes resident memory of all processes
 * @param threads of the three services
 * @param connections to the database, of catalog's and gateway's pools
 */
record Footprint(long megabytes, long threads, long connections) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Footprint of(LocalStack stack) {
        long bytes = 0;
        long threads = 0;
        for (Member member : stack.state().members()) {
            bytes += member.residentBytesWithChildren().orElse(0);
            threads += member.name().equals(LocalStack.POSTGRES) ? 0 : threads(member.pid());
        }
        long connections = pooled(stack.gateway()) + pooled(stack.catalog());
        return new Footprint(bytes >> 20, threads, connections);
    }

    private static long threads(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("Threads:"))
                    .mapToLong(line ->
                            Long.parseLong(line.substring("Threads:".length()).strip()))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Active and available connections, as the service's own metrics tell them. */
    private static long pooled(URI service) {
        try {
            String metrics = HTTP.send(
                            HttpRequest.newBuilder(service.resolve("/q/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return (long) metrics.lines()
                    .filter(line ->
                            line.startsWith("agroal_active_count{") || line.startsWith("agroal_available_count{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException away) {
            throw LauncherFailure.stack("no metrics at " + service);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw LauncherFailure.stack("interrupted while measuring");
        }
    }
}
