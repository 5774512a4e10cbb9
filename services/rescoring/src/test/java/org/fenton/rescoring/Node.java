package org.fenton.rescoring;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Runs the pods of executors as processes of this machine, each at a loopback address of its own, and says how they fare. */
final class Node implements AutoCloseable {
    private final KubernetesClient cluster;
    private final Path folder;
    /** Every pod that was ever asked for, as it was asked for. */
    private final Map<String, Pod> asked = new ConcurrentHashMap<>();

    private final Map<String, Process> running = new ConcurrentHashMap<>();
    private final Thread loop = new Thread(this::work, "node");
    private volatile boolean closing;

    Node(KubernetesClient cluster, Path folder) {
        this.cluster = cluster;
        this.folder = folder;
        loop.start();
    }

    private void work() {
        try {
            while (!closing) {
                List<Pod> pods = cluster.pods()
                        .withLabel("spark-role", "executor")
                        .list()
                        .getItems();
                for (Pod pod : pods) {
                    if (asked.putIfAbsent(pod.getMetadata().getName(), pod) == null) {
                        start(pod);
                    }
                }
                List<String> there =
                        pods.stream().map(pod -> pod.getMetadata().getName()).toList();
                running.forEach((name, process) -> {
                    if (!there.contains(name)) {
                        process.destroy();
                    }
                });
                Thread.sleep(50);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Pod pod) throws IOException {
        String name = pod.getMetadata().getName();
        String address = "127.0.0." + (1 + asked.size());
        Container container = pod.getSpec().getContainers().get(0);
        Map<String, String> environment = environment(container, name, address);
        ProcessBuilder builder = new ProcessBuilder(command(container, environment))
                .directory(Files.createDirectories(folder.resolve(name)).toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        running.put(name, process);
        tell(name, "Running", address);
        process.onExit().thenAccept(ended -> tell(name, ended.exitValue() == 0 ? "Succeeded" : "Failed", address));
    }

    private static Map<String, String> environment(Container container, String name, String address) {
        Map<String, String> environment = new TreeMap<>();
        for (EnvVar variable : container.getEnv()) {
            String value = variable.getValue();
            if (variable.getValueFrom() != null) {
                String field = variable.getValueFrom().getFieldRef().getFieldPath();
                value = field.equals("status.podIP") ? address : name;
            }
            environment.put(variable.getName(), value == null ? "" : value);
        }
        return environment;
    }

    /** As a kubelet expands it; Java and the class path are those of this test. */
    private static List<String> command(Container container, Map<String, String> environment) {
        List<String> command = new ArrayList<>(container.getCommand());
        command.addAll(container.getArgs());
        command.replaceAll(word -> {
            String expanded = word;
            for (Map.Entry<String, String> variable : environment.entrySet()) {
                expanded = expanded.replace("$(" + variable.getKey() + ")", variable.getValue());
            }
            return switch (expanded) {
                case "/opt/java/bin/java" ->
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
                case "/opt/fenton/*:/opt/fenton/lib/*" ->
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
                default -> expanded;
            };
        });
        return command;
    }

    private void tell(String name, String phase, String address) {
        Pod pod = cluster.pods().withName(name).get();
        if (pod != null && !closing) {
            cluster.pods()
                    .resource(new PodBuilder(pod)
                            .withNewStatus()
                            .withPhase(phase)
                            .withPodIP(address)
                            .endStatus()
                            .build())
                    .updateStatus();
        }
    }

    /** Ends every executor that runs, as the death of the machine they are on does; how many they were. */
    long kill() {
        return running.values().stream()
                .filter(Process::isAlive)
                .map(Process::destroyForcibly)
                .count();
    }

    List<Pod> asked() {
        return List.copyOf(new TreeMap<>(asked).values());
    }

    /** How many of them run still. */
    long alive() {
        return running.values().stream().filter(Process::isAlive).count();
    }

    String said() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String name : new TreeMap<>(asked).keySet()) {
            said.append(name).append('\n').append(Files.readString(folder.resolve(name + ".log")));
        }
        return said.toString();
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        loop.join();
        running.values().forEach(Process::destroyForcibly);
        cluster.close();
    }
}
