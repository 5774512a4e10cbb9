package org.fenton.rescoring;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.apache.spark.SparkConf;

/** A master {@code k8s://}: executors are pods that the driver, a pod itself, asks the API server for. */
final class PodMaster {
    static final String PREFIX = "k8s://";

    private static final String TEMPLATE = "spark.kubernetes.executor.podTemplateFile";
    private static final String IMAGE = "spark.kubernetes.container.image";
    private static final String POD = "spark.kubernetes.driver.pod.name";
    private static final String NAMESPACE = "spark.kubernetes.namespace";

    private PodMaster() {}

    /** Pods are all that is asked for: what else Spark would make or clear away needs rights that no driver has here. */
    static void leaveAllButPods(SparkConf conf) {
        conf.set("spark.kubernetes.executor.disableConfigMap", "true")
                .set("spark.kubernetes.driver.service.deleteOnTermination", "false")
                .set("spark.kubernetes.driver.ownPersistentVolumeClaim", "false")
                .set("spark.kubernetes.driver.reusePersistentVolumeClaim", "false");
    }

    /**
     * Executors run the driver's own image, hence its very classes.
     *
     * @throws IllegalArgumentException when the settings do not say what an executor's pod is
     */
    static void complete(SparkConf conf, String master) {
        if (!conf.contains(TEMPLATE)) {
            throw new IllegalArgumentException("--master " + PREFIX + "… needs --conf " + TEMPLATE
                    + "=FILE, a pod that runs org.fenton.rescoring.ExecutorPod, such as"
                    + " k8s/components/rescore-pods/executor.yaml");
        }
        if (!conf.contains(IMAGE)) {
            if (!conf.contains(POD)) {
                throw new IllegalArgumentException("--master " + PREFIX + "… needs --conf " + POD
                        + "=NAME of this pod, or --conf " + IMAGE + "=IMAGE");
            }
            conf.set(IMAGE, image(conf, master.substring(PREFIX.length())));
        }
    }

    private static String image(SparkConf conf, String address) {
        Config config = new ConfigBuilder(Config.autoConfigure(null))
                .withMasterUrl(address)
                .build();
        try (KubernetesClient cluster =
                new KubernetesClientBuilder().withConfig(config).build()) {
            String namespace = conf.get(NAMESPACE, "default");
            Pod driver = cluster.pods()
                    .inNamespace(namespace)
                    .withName(conf.get(POD))
                    .get();
            if (driver == null) {
                throw new IllegalArgumentException("there is no pod " + conf.get(POD) + " in namespace " + namespace);
            }
            return driver.getSpec().getContainers().get(0).getImage();
        }
    }
}
