package org.fenton.rescoring;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Starts Spark for a master; what is right for one machine is not for a cluster. */
public final class SparkStart {
    /** What the virtual machine calls a user that the system has no name for. */
    private static final String NAMELESS = "?";

    /** What master and workers read by themselves; a driver has to be told. */
    private static final String SECRET = "_SPARK_AUTH_SECRET";

    /** Smaller compiled methods: the second compiler takes a quarter less, once a process, and what it makes is as quick. */
    private static final String COMPILER = "-XX:MaxInlineLevel=9 -XX:FreqInlineSize=150";

    private SparkStart() {}

    static JavaSparkContext start(String master, Map<String, String> settings) {
        SparkConf conf = new SparkConf()
                .setAppName("fenton-rescore")
                .setMaster(master)
                .set("spark.ui.enabled", "false")
                .set("spark.ui.showConsoleProgress", "false")
                // keys of a million rows come back to the driver
                .set("spark.driver.maxResultSize", "2g");
        if (master.startsWith("local")) {
            conf.set("spark.driver.bindAddress", "127.0.0.1").set("spark.driver.host", "127.0.0.1");
        }
        // executors are processes of their own; a standalone worker holds the same files at the same places
        if (master.startsWith("local-cluster") || master.startsWith("spark://")) {
            conf.set("spark.executor.extraClassPath", classPath())
                    .set("spark.executor.extraJavaOptions", "-XX:+UseSerialGC " + options());
        }
        String secret = System.getenv(SECRET);
        if (master.startsWith("spark://") && secret != null && !secret.isBlank()) {
            conf.set("spark.authenticate", "true").set("spark.authenticate.secret", secret.strip());
        }
        boolean pods = master.startsWith(PodMaster.PREFIX);
        if (pods) {
            PodMaster.leaveAllButPods(conf);
        }
        settings.forEach(conf::set);
        if (pods) {
            PodMaster.complete(conf, master);
        }
        nameTheNameless();
        return new JavaSparkContext(conf);
    }

    /** Hadoop asks the system for a name and fails where it has none, as for a container's bare user id. */
    static void nameTheNameless() {
        if (NAMELESS.equals(System.getProperty("user.name"))) {
            UserGroupInformation.setLoginUser(UserGroupInformation.createRemoteUser("fenton"));
        }
    }

    /** Executor processes start in folders of their own. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> entry.endsWith("*")
                        ? Path.of(entry.substring(0, entry.length() - 1)).toAbsolutePath() + File.separator + "*"
                        : Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** How the virtual machine of a driver or an executor is started. */
    public static String options() {
        return COMPILER + " " + opens();
    }

    /** The packages Spark 4 reaches into on JDK 17. */
    private static String opens() {
        return Stream.of(
                        "java.lang",
                        "java.lang.invoke",
                        "java.io",
                        "java.net",
                        "java.nio",
                        "java.util",
                        "java.util.concurrent",
                        "sun.nio.ch",
                        "sun.nio.cs",
                        "sun.security.action",
                        "sun.util.calendar")
                .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
                .collect(Collectors.joining(" "));
    }
}
