package org.fenton.rescoring;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBackend;

/**
 * What the pod of an executor runs. The driver writes into its environment what Spark's own image hands on with a shell
 * script; the image of this project has no shell.
 */
public final class ExecutorPod {
    /** What Spark writes for the virtual machine; the pod's command has the rest. */
    private static final String SETTING = "SPARK_JAVA_OPT_";

    private ExecutorPod() {}

    /** @param ignored what Spark's script would be told to do */
    public static void main(String[] ignored) {
        Map<String, String> environment = System.getenv();
        settings(environment).forEach(System::setProperty);
        // a secret in a file is read under this master only, and the driver tells it later than the secret is needed
        System.setProperty("spark.master", PodMaster.PREFIX);
        SparkStart.nameTheNameless();
        KubernetesExecutorBackend.main(arguments(environment).toArray(String[]::new));
    }

    /** Properties of the virtual machine that Spark set for executors; a secret is never among them. */
    static Map<String, String> settings(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(SETTING))
                .map(Map.Entry::getValue)
                .filter(option -> option.startsWith("-D") && option.contains("="))
                .map(option -> option.substring(2).split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    static List<String> arguments(Map<String, String> environment) {
        return Stream.of(
                        "--driver-url", "SPARK_DRIVER_URL",
                        "--executor-id", "SPARK_EXECUTOR_ID",
                        "--cores", "SPARK_EXECUTOR_CORES",
                        "--app-id", "SPARK_APPLICATION_ID",
                        "--hostname", "SPARK_EXECUTOR_POD_IP",
                        "--resourceProfileId", "SPARK_RESOURCE_PROFILE_ID",
                        "--podName", "SPARK_EXECUTOR_POD_NAME")
                .map(word -> word.startsWith("--") ? word : environment.getOrDefault(word, ""))
                .toList();
    }
}
